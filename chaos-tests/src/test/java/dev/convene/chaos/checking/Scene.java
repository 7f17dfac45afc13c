package dev.convene.chaos.checking;

import dev.convene.chaos.checking.Truth.Call;
import dev.convene.chaos.checking.Truth.Event;
import dev.convene.chaos.checking.Truth.Mail;
import dev.convene.chaos.checking.Truth.WebexMeeting;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request for which all went well, until a test spoils it. */
final class Scene {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final String HOST = "host@load.example";
  static final String ANN = "ann@load.example";

  final UUID id = UUID.fromString("0197c0de-0000-7000-8000-000000000001");
  final Order order =
      new Order(0, "key", HOST, List.of(ANN), LocalDateTime.parse("2026-03-09T10:00"));
  final List<Receipt> receipts = new ArrayList<>(List.of(new Receipt(0, 202, id)));
  final List<Cancel> cancels = new ArrayList<>();
  final Map<UUID, Claim> claims = new HashMap<>(Map.of(id, claim("SCHEDULED", null)));
  final List<WebexMeeting> meetings = new ArrayList<>(List.of(meeting("m1", NOON, null)));
  final List<Event> events = new ArrayList<>(List.of(event("e1", true)));
  final List<Mail> mails = new ArrayList<>(List.of(invitation()));
  final List<Mail> webexMails = new ArrayList<>();
  final List<Call> calls = new ArrayList<>(List.of(create("Webex"), create("Outlook")));
  final List<Happening> happenings = new ArrayList<>();
  boolean disturbed;

  /** Absent: what the API says. */
  @Nullable List<Told> told;

  Findings checked() {
    return Checker.check(evidence());
  }

  Evidence evidence() {
    return new Evidence(
        List.of(order),
        receipts,
        cancels,
        claims,
        told(),
        new Truth(meetings, webexMails, events, mails, calls),
        happenings,
        disturbed);
  }

  private Map<UUID, List<Told>> told() {
    Map<UUID, List<Told>> all = new HashMap<>();
    claims.forEach((meeting, claim) -> all.put(meeting, List.of(told(1, claim.status()))));
    if (told != null) {
      all.put(id, told);
    }
    return all;
  }

  Told told(int number, String status) {
    String word =
        status.equals(Claim.NEEDS_ATTENTION) ? "attention" : status.toLowerCase(Locale.ROOT);
    return new Told(number, number + word, "outcome." + word + ".v1");
  }

  void claims(String status, @Nullable String reason) {
    claims.put(id, claim(status, reason));
  }

  Claim claim(String status, @Nullable String reason) {
    return claimListedAs(status, status, reason);
  }

  Claim claimListedAs(String listed, String status, @Nullable String reason) {
    return new Claim(id, status, listed, HOST, NOON, "https://webex.example/m1", reason, List.of());
  }

  WebexMeeting meeting(String name, Instant createdAt, @Nullable Instant deletedAt) {
    return new WebexMeeting(
        name, "convene:" + id, HOST, "https://webex.example/" + name, createdAt, deletedAt);
  }

  Event event(String name, boolean live) {
    return new Event(name, id.toString(), HOST, live, NOON);
  }

  Mail invitation() {
    return new Mail(id.toString(), "invite", ANN, NOON);
  }

  /** Somebody cancels it, and all goes well. */
  void isCancelled() {
    cancels.add(new Cancel(0, id, 202));
    claims("CANCELLED", null);
    meetings.set(0, meeting("m1", NOON, NOON.plusSeconds(9)));
    events.set(0, event("e1", false));
    mails.add(cancellation());
  }

  Mail cancellation() {
    return new Mail(id.toString(), "cancel", ANN, NOON.plusSeconds(9));
  }

  Call create(String vendor) {
    String route = vendor.equals("Webex") ? "/v1/meetings" : "/v1.0/users/{user}/events";
    return new Call(vendor, NOON, "POST", route, HOST, 200, null, "created", id.toString());
  }
}
