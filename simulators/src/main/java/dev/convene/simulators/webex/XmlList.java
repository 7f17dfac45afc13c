package dev.convene.simulators.webex;

import dev.convene.simulators.http.Reply;
import dev.convene.simulators.seeds.Person;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code LstsummaryMeeting}: a host's meetings that start within a window, the first ones first.
 *
 * @param host whose they are
 * @param from the earliest start
 * @param to the latest start
 * @param startFrom the number of the first one to be answered, from 1
 * @param most how many are answered at once
 */
record XmlList(String host, Instant from, Instant to, int startFrom, int most) {
  /** Guessed, both. */
  private static final int USUAL = 50;

  private static final int MOST = 500;

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  static XmlList read(XmlElement content, Person person) {
    XmlTimeZones.Zone zone =
        XmlTimeZones.of(number(content.text("dateScope/timeZoneID"), XmlTimeZones.USUAL));
    if (zone == null) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, "validation: timeZoneID");
    }
    return new XmlList(
        XmlAccess.address(
            Objects.requireNonNullElse(content.text("hostWebExID"), person.address())),
        bound(content.text("dateScope/startDateStart"), zone.zone(), EARLIEST),
        bound(content.text("dateScope/startDateEnd"), zone.zone(), LATEST),
        Math.max(1, number(content.text("listControl/startFrom"), 1)),
        Math.clamp(number(content.text("listControl/maximumNum"), USUAL), 1, MOST));
  }

  private static Instant bound(@Nullable String text, ZoneId zone, Instant usual) {
    if (text == null) {
      return usual;
    }
    try {
      return LocalDateTime.parse(text, XmlMeetingForm.DATE).atZone(zone).toInstant();
    } catch (DateTimeException _) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, "validation: dateScope");
    }
  }

  private static int number(@Nullable String text, int usual) {
    try {
      return text == null ? usual : Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, "validation: not a number: " + text);
    }
  }

  /** The answer: nothing found is a failure here. */
  Reply of(Webex webex) {
    List<Meeting> found =
        webex
            .store
            .of(host, from, to)
            .filter(webex::visible)
            .filter(this::startsWithin)
            .sorted(
                Comparator.comparing((Meeting meeting) -> meeting.draft().start())
                    .thenComparingLong(Meeting::seq))
            .toList();
    List<Meeting> page = found.stream().skip(startFrom - 1L).limit(most).toList();
    if (page.isEmpty()) {
      return XmlReplies.failure(XmlReplies.NO_RECORD, "Sorry, no record found");
    }
    XmlNode content = XmlNode.of("meet", "content");
    page.forEach(meeting -> content.add(XmlMeetingView.line(meeting)));
    content
        .in("matchingRecords")
        .add(XmlNode.text("serv", "total", Integer.toString(found.size())))
        .add(XmlNode.text("serv", "returned", Integer.toString(page.size())))
        .add(XmlNode.text("serv", "startFrom", Integer.toString(startFrom)));
    return XmlReplies.success("meet:lstsummaryMeetingResponse", content);
  }

  private boolean startsWithin(Meeting meeting) {
    Instant start = meeting.draft().start();
    return !start.isBefore(from) && !start.isAfter(to);
  }
}
