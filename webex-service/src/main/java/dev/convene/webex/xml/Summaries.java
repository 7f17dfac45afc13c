package dev.convene.webex.xml;

import dev.convene.webex.calls.UnreadableAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A page of {@code LstsummaryMeeting}: a host's meetings that start within a window. It can be
 * asked for by host and time only, and tells no agenda.
 *
 * @param total how many there are on all pages
 */
record Summaries(List<Summary> meetings, int total) {

  static final Summaries NONE = new Summaries(List.of(), 0);

  /** How many are asked for at once. */
  static final int PAGE = 50;

  /** Wide enough for whatever Webex counts as within the bounds. */
  private static final Duration MARGIN = Duration.ofDays(1);

  /**
   * One line.
   *
   * @param start empty where it is told in a zone whose clock we do not know
   */
  record Summary(String key, Optional<Instant> start) {

    /** Not known to be outside. */
    boolean mayStartIn(Window window) {
      return start.isEmpty()
          || (!start.get().isBefore(window.from()) && !start.get().isAfter(window.to()));
    }
  }

  /** The earliest and the latest start. */
  record Window(Instant from, Instant to) {}

  /**
   * @param startFrom the number of the first one on the page, from 1
   */
  static Request request(String host, Window window, int startFrom) {
    WebexTime from = WebexTime.of(window.from().minus(MARGIN), ZoneOffset.UTC);
    Instant to = window.to().plus(MARGIN);
    return new Request(
        "meeting.LstsummaryMeeting",
        Element.of(
            "listControl",
            Element.text("startFrom", startFrom),
            Element.text("maximumNum", PAGE),
            Element.text("listMethod", "AND")),
        Element.of("order", Element.text("orderBy", "STARTTIME"), Element.text("orderAD", "ASC")),
        Element.of(
            "dateScope",
            Element.text("startDateStart", from.text()),
            Element.text("startDateEnd", from.inSameZone(to).text()),
            Element.text("timeZoneID", from.zoneId())),
        Element.text("hostWebExID", host));
  }

  static Summaries of(Element content) {
    List<Summary> meetings =
        content
            .all("meeting")
            .map(meeting ->
                new Summary(
                    meeting
                        .text("meetingKey")
                        .orElseThrow(() -> new UnreadableAnswer("no meetingKey")),
                    WebexTime.startIn(meeting)))
            .toList();
    try {
      return new Summaries(
          meetings,
          content.text("matchingRecords/total").map(Integer::parseInt).orElse(meetings.size()));
    } catch (NumberFormatException e) {
      throw new UnreadableAnswer(e);
    }
  }
}
