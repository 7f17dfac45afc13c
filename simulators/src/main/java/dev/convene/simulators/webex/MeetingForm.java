package dev.convene.simulators.webex;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the body of a create or an update, with every rule that Webex documents. */
final class MeetingForm {
  static final int MAX_TITLE = 128;
  static final int MAX_AGENDA = 1300;
  private static final Duration SHORTEST = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofMinutes(1439);
  private static final Duration FURTHEST = Duration.ofDays(3652);

  /** Fields that are not simply kept and given back. */
  private static final Set<String> READ =
      Set.of(
          "title",
          "agenda",
          "password",
          "start",
          "end",
          "timezone",
          "recurrence",
          "integrationTags",
          "invitees",
          "sendEmail",
          "hostEmail",
          "siteUrl");

  private final JsonNode body;
  private final @Nullable Draft old;
  private final Instant now;
  private final Problems problems = new Problems();

  private MeetingForm(JsonNode body, @Nullable Draft old, Instant now) {
    this.body = body;
    this.old = old;
    this.now = now;
  }

  /**
   * What the meeting shall be.
   *
   * @param old what it is; null when it is being created
   * @throws dev.convene.simulators.http.Refusal naming all that is wrong
   */
  static Draft read(JsonNode body, @Nullable Draft old, Instant now, boolean refuseUnknown) {
    MeetingForm form = new MeetingForm(body, old, now);
    Field.check(body, old == null, refuseUnknown, form.problems);
    // Rules on values make no sense where the kind of value is wrong.
    form.problems.refuseIfAny();
    Draft draft = form.draft();
    form.problems.refuseIfAny();
    return Objects.requireNonNull(draft, "without problems there is a draft");
  }

  private @Nullable Draft draft() {
    String title = given("title", old == null ? null : old.title());
    problems.addUnless(
        title != null && !title.isBlank() && title.length() <= MAX_TITLE,
        "Parameter 'title' must have 1 to " + MAX_TITLE + " characters.");
    String agenda = given("agenda", old == null ? null : old.agenda());
    problems.addUnless(
        agenda == null || agenda.length() <= MAX_AGENDA,
        "Parameter 'agenda' must have at most " + MAX_AGENDA + " characters.");
    String password = given("password", old == null ? null : old.password());
    if (body.has("password") && password != null) {
      Passwords.refused(password).ifPresent(problems::add);
    }
    Options.check(body, problems);
    String zoneId =
        Objects.requireNonNullElse(given("timezone", old == null ? null : old.timeZone()), "UTC");
    ZoneId zone = Times.zone(zoneId);
    if (zone == null) {
      problems.add("Parameter 'timezone' is not an IANA time zone: '" + zoneId + "'.");
      return null;
    }
    Instant start = time("start", zone, old == null ? null : old.start());
    Instant end = time("end", zone, old == null ? null : old.end());
    if (start == null || end == null) {
      return null;
    }
    if (old == null || body.has("start") || body.has("end")) {
      start = movedOutOfThisMinute(start);
      checkTimes(start, end);
    }
    String recurrence = given("recurrence", old == null ? null : old.recurrence());
    if (recurrence != null && body.has("recurrence")) {
      Recurrence.problem(recurrence, start.atZone(zone)).ifPresent(problems::add);
    }
    return problems.none() && title != null
        ? new Draft(title, agenda, password, start, end, zoneId, recurrence, tags(), options())
        : null;
  }

  /** The text given, nothing where null was given, else what it was before. */
  private @Nullable String given(String name, @Nullable String before) {
    JsonNode value = body.path(name);
    if (value.isMissingNode()) {
      return before;
    }
    return value.isString() ? value.stringValue() : null;
  }

  private @Nullable Instant time(String name, ZoneId zone, @Nullable Instant before) {
    String text = given(name, null);
    if (text == null) {
      problems.addUnless(before != null, "Parameter '" + name + "' is required.");
      return before;
    }
    Instant time = Times.read(name, text, zone, true, problems);
    return time == null ? null : Times.toMinute(time);
  }

  private Instant movedOutOfThisMinute(Instant start) {
    return start.equals(Times.toMinute(now)) ? start.plusSeconds(60) : start;
  }

  private void checkTimes(Instant start, Instant end) {
    if (start.isBefore(now) || end.isBefore(now)) {
      problems.add("Parameter 'start' or 'end' is before current time.");
      return;
    }
    if (!end.isAfter(start)) {
      problems.add("Parameter 'end' must be after 'start'.");
      return;
    }
    Duration length = Duration.between(start, end);
    problems.addUnless(
        length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0,
        "The duration of a meeting must be from 10 minutes to 23 hours and 59 minutes.");
    problems.addUnless(
        start.isBefore(now.plus(FURTHEST)), "Parameter 'start' must be less than 10 years ahead.");
  }

  private List<String> tags() {
    JsonNode given = body.path("integrationTags");
    if (given.isMissingNode()) {
      return old == null ? List.of() : old.tags();
    }
    return given.valueStream().map(JsonNode::stringValue).toList();
  }

  private Map<String, JsonNode> options() {
    Map<String, JsonNode> options = new LinkedHashMap<>(old == null ? Map.of() : old.options());
    body.properties()
        .forEach(property -> {
          if (property.getValue().isNull()) {
            options.remove(property.getKey());
          } else if (!READ.contains(property.getKey())) {
            options.put(property.getKey(), property.getValue());
          }
        });
    return Map.copyOf(options);
  }
}
