package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of meetings was asked for.
 *
 * @param from meetings that end by then are left out
 * @param to meetings that start then or later are left out
 * @param after where the page before ended
 */
record ListQuery(
    Type type,
    Instant from,
    Instant to,
    int max,
    @Nullable String integrationTag,
    @Nullable String meetingNumber,
    @Nullable String webLink,
    @Nullable String seriesId,
    @Nullable String state,
    @Nullable Cursor after) {
  private static final Duration USUAL_WINDOW = Duration.ofDays(7);
  private static final int USUAL_MAX = 10;
  private static final int MOST = 100;
  private static final Set<String> KNOWN =
      Set.of(
          "meetingNumber",
          "webLink",
          "roomId",
          "meetingSeriesId",
          "meetingType",
          "state",
          "scheduledType",
          "isModified",
          "hasChat",
          "hasRecording",
          "hasTranscription",
          "hasClosedCaption",
          "hasPolls",
          "hasQA",
          "hasSlido",
          "current",
          "from",
          "to",
          "max",
          "hostEmail",
          "siteUrl",
          "integrationTag",
          "cursor");

  /** What is listed. */
  enum Type {
    MEETINGSERIES,
    SCHEDULEDMEETING,
    MEETING
  }

  /** Place of an item in the order of lists: by start, then by id. */
  record Cursor(Instant start, String id) implements Comparable<Cursor> {
    @Override
    public int compareTo(Cursor other) {
      int byStart = start.compareTo(other.start);
      return byStart != 0 ? byStart : id.compareTo(other.id);
    }

    String text() {
      return start.getEpochSecond() + "." + id;
    }

    static @Nullable Cursor read(@Nullable String text, Problems problems) {
      if (text == null) {
        return null;
      }
      int dot = text.indexOf('.');
      try {
        return new Cursor(
            Instant.ofEpochSecond(Long.parseLong(text.substring(0, Math.max(dot, 0)))),
            text.substring(dot + 1));
      } catch (NumberFormatException _) {
        problems.add("Parameter 'cursor' is invalid; follow the link of the page before.");
        return null;
      }
    }
  }

  static ListQuery read(Call call, ZoneId zone, Instant now) {
    Problems problems = new Problems();
    call.query()
        .keySet()
        .forEach(name ->
            problems.addUnless(KNOWN.contains(name), "Parameter '" + name + "' is not supported."));
    Instant from = bound(call, "from", zone, problems);
    Instant to = bound(call, "to", zone, problems);
    // Without bounds: the next seven days, as Webex has it for series and scheduled meetings.
    Instant begin = from != null ? from : to != null ? to.minus(USUAL_WINDOW) : now;
    Instant end = to != null ? to : begin.plus(USUAL_WINDOW);
    problems.addUnless(begin.isBefore(end), "Parameter 'from' must be before 'to'.");
    Type type =
        type(Objects.requireNonNullElse(call.query("meetingType"), "meetingSeries"), problems);
    int max = max(call.query("max"), problems);
    Cursor after = Cursor.read(call.query("cursor"), problems);
    problems.refuseIfAny();
    String seriesId = call.query("meetingSeriesId");
    return new ListQuery(
        type,
        begin,
        end,
        max,
        // As documented, the tag is ignored beside a series' id.
        seriesId == null ? call.query("integrationTag") : null,
        call.query("meetingNumber"),
        call.query("webLink"),
        seriesId,
        call.query("state"),
        after);
  }

  private static @Nullable Instant bound(Call call, String name, ZoneId zone, Problems problems) {
    String text = call.query(name);
    return text == null ? null : Times.bound(name, text, zone, problems);
  }

  private static Type type(String text, Problems problems) {
    try {
      return Type.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      problems.add(
          "Parameter 'meetingType' must be one of [meetingSeries, scheduledMeeting, meeting].");
      return Type.MEETINGSERIES;
    }
  }

  private static int max(@Nullable String text, Problems problems) {
    if (text == null) {
      return USUAL_MAX;
    }
    try {
      int max = Integer.parseInt(text);
      problems.addUnless(max >= 1 && max <= MOST, "Parameter 'max' must be from 1 to 100.");
      return max;
    } catch (NumberFormatException _) {
      problems.add("Parameter 'max' must be from 1 to 100.");
      return USUAL_MAX;
    }
  }
}
