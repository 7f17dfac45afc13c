package dev.convene.calendar.invitation;

import dev.convene.calendar.zones.WindowsZones;
import dev.convene.contracts.JoinDetails;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Recurrence;
import dev.convene.contracts.Requester;
import dev.convene.defaults.sealing.Seal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the invitation out of what the meeting turned out to be. */
final class Composer {

  private final Seal seal;

  Composer(Seal seal) {
    this.seal = seal;
  }

  Composition compose(MeetingCreated created) {
    MeetingDetails details = created.details();
    Optional<String> zone = WindowsZones.nameOf(details.timeZone());
    if (zone.isEmpty()) {
      return new Composition.Impossible(
          new Reason(
              "calendar.time-zone-unknown",
              "Outlook has no time zone that matches %s. Choose the nearest large city instead, and schedule the meeting again."
                  .formatted(details.timeZone().getId())));
    }
    try {
      return new Composition.Ready(invitation(created, zone.get()));
    } catch (Seal.CannotOpen e) {
      return new Composition.Blocked(
          new Reason(
              "calendar.password-unreadable",
              "The meeting's password was sealed with a key that calendar-service does not have. Give all services the same CONVENE_SEALING_KEYSET."));
    }
  }

  private Invitation invitation(MeetingCreated created, String zone) {
    MeetingDetails details = created.details();
    EventTimes times = EventTimes.of(details, zone);
    Repetition repetition = repetition(details, zone);
    JoinBlock join = opened(created.join(), created.meetingId());
    Integer opens = details.joinBeforeHostMinutes();
    Html body =
        InvitationBody.of(
            details.agenda(),
            join,
            repetition == null ? null : RepetitionSentence.of(repetition),
            opens == null ? 0 : opens,
            requester(created.requestedBy(), details.host()),
            details.host());
    return new Invitation(
        details.host(),
        created.meetingId(),
        transactionId(created),
        oneLine(details.title()),
        body.markup(),
        times.start(),
        times.end(),
        Location.of(join.link()),
        details.attendees(),
        details.reminderMinutes(),
        repetition);
  }

  private static @Nullable Repetition repetition(MeetingDetails details, String zone) {
    Recurrence rule = details.recurrence();
    return rule == null
        ? null
        : new Repetition(rule, details.start().toLocalDate(), details.timeZone(), zone);
  }

  private JoinBlock opened(JoinDetails join, UUID meetingId) {
    return new JoinBlock(
        join.webLink(),
        join.meetingNumber(),
        opened(join.sealedPassword(), meetingId),
        opened(join.sealedPhonePassword(), meetingId),
        join.sipAddress(),
        join.accessCode(),
        join.dialIns());
  }

  private @Nullable String opened(@Nullable String sealed, UUID meetingId) {
    return sealed == null ? null : seal.open(sealed, meetingId.toString());
  }

  /**
   * A new generation of a meeting is a new event, even if Exchange still knows the old one's id.
   */
  private static UUID transactionId(MeetingCreated created) {
    String name = "invitation/" + created.meetingId() + "/" + created.generation();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Who asked, in words that mean something to a guest; opaque ids mean nothing. */
  private static @Nullable String requester(Requester requestedBy, String host) {
    String email = requestedBy.email();
    String person = email == null ? requestedBy.subject() : email;
    if (person.toLowerCase(Locale.ROOT).equals(host)) {
      return null;
    }
    return person.contains("@") ? person : requestedBy.client();
  }

  private static String oneLine(String title) {
    return title.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
