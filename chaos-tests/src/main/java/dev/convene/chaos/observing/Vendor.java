package dev.convene.chaos.observing;

import dev.convene.chaos.checking.Truth;
import dev.convene.chaos.checking.Truth.Call;
import dev.convene.chaos.checking.Truth.Event;
import dev.convene.chaos.checking.Truth.Mail;
import dev.convene.chaos.checking.Truth.WebexMeeting;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A vendor's simulator: what shall fail there, what it holds, and what it was asked. */
public final class Vendor {

  private static final int ALL = 1_000_000;
  private static final int WHOLE_JOURNAL = 200_000;

  private final Http http = new Http();
  private final String name;
  private final URI url;

  private Vendor(String name, URI url) {
    this.name = name;
    this.url = url;
  }

  public static Vendor webex(URI simulator) {
    return new Vendor("Webex", simulator);
  }

  public static Vendor microsoft(URI simulator) {
    return new Vendor("Outlook", simulator);
  }

  /** From now on, in the simulators' words. */
  public void fault(Map<String, Object> fault) {
    change("POST", "faults", fault);
  }

  /** Nothing fails any more. */
  public void mend() {
    change("DELETE", "faults", Map.of());
  }

  public void set(Map<String, Object> settings) {
    change("PUT", "settings", settings);
  }

  private void change(String method, String what, Map<String, Object> body) {
    Http.Answer answer =
        http.send(
            method, at(what), body.isEmpty() ? "" : Http.JSON.writeValueAsString(body), Map.of());
    if (answer.status() >= 300) {
      throw new IllegalStateException(name + "'s simulator refuses " + body + ": " + answer);
    }
  }

  /** How many calls it was sent, since it was started. */
  public long calls() {
    return http.get(at("journal/summary")).path("total").longValue();
  }

  /**
   * All that both hold.
   *
   * @param hosts whose meetings there can be
   */
  public static Truth truth(Vendor webex, Vendor microsoft, Collection<String> hosts) {
    return new Truth(
        hosts.stream()
            .flatMap(host -> webex.items("meetings?host=" + encoded(host)))
            .map(Vendor::meeting)
            .toList(),
        webex.list("outbox", Vendor::mail),
        microsoft.items("events?max=" + ALL).filter(Vendor::isHosts).map(Vendor::event).toList(),
        microsoft.list("outbox?max=" + ALL, Vendor::mail),
        Stream.of(webex, microsoft)
            .flatMap(vendor -> vendor.items("journal?max=" + WHOLE_JOURNAL).map(vendor::call))
            .toList());
  }

  private <T> List<T> list(String what, Function<JsonNode, T> read) {
    return items(what).map(read).toList();
  }

  private Stream<JsonNode> items(String what) {
    return http.get(at(what)).path("items").valueStream();
  }

  private URI at(String path) {
    return URI.create(url + "/_sim/" + path);
  }

  private static WebexMeeting meeting(JsonNode json) {
    JsonNode tags = json.path("integrationTags");
    return new WebexMeeting(
        text(json, "id"),
        tags.isEmpty() ? null : tags.path(0).stringValue(),
        text(json, "hostEmail"),
        text(json, "webLink"),
        Instant.parse(text(json, "createdAt")),
        json.path("deleted").booleanValue() ? Instant.parse(text(json, "deletedAt")) : null);
  }

  private static boolean isHosts(JsonNode event) {
    return event.path("organizer").booleanValue();
  }

  private static Event event(JsonNode json) {
    return new Event(
        text(json, "id"),
        optional(json, "ref"),
        text(json, "mailbox"),
        text(json, "state").equals("live"),
        Instant.parse(text(json, "createdAt")));
  }

  private static Mail mail(JsonNode json) {
    return new Mail(
        optional(json, "ref"),
        text(json, "kind"),
        text(json, "to"),
        Instant.parse(text(json, "at")));
  }

  private Call call(JsonNode json) {
    return new Call(
        name,
        Instant.parse(text(json, "at")),
        text(json, "method"),
        text(json, "route"),
        optional(json, "mailbox"),
        json.path("status").intValue(),
        optional(json, "fault"),
        optional(json, "effect"),
        optional(json, "tag"));
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).stringValue();
  }

  private static @Nullable String optional(JsonNode json, String name) {
    return json.path(name).stringValue(null);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
