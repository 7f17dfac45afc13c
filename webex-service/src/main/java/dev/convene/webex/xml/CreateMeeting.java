package dev.convene.webex.xml;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A meeting as {@code CreateMeeting} takes it. No mail: Outlook sends the invitation. The invitees
 * are named all the same, since a site may let them past the lobby.
 */
final class CreateMeeting {

  private CreateMeeting() {}

  /** A series must be one that {@link Repeat} can tell. */
  static Request of(UUID meetingId, MeetingDetails details, String password) {
    Instant start = moment(details, details.start());
    Recurrence rule = details.recurrence();
    WebexTime first =
        rule == null
            ? WebexTime.of(start, details.timeZone())
            : WebexTime.ofSeries(start, details.timeZone());
    List<Element> content = new ArrayList<>(once(meetingId, details, first, password));
    if (rule != null) {
      content.add(Repeat.of(rule, details.timeZone()));
    }
    content.add(Element.of("attendeeOptions", Element.text("emailInvitations", false)));
    return new Request("meeting.CreateMeeting", content);
  }

  private static List<Element> once(
      UUID meetingId, MeetingDetails details, WebexTime start, String password) {
    return List.of(
        Element.of("accessControl", Element.text("meetingPassword", password)),
        Element.of(
            "metaData",
            Element.text("confName", details.title()),
            Element.text("agenda", Mark.on(details.agenda(), meetingId))),
        Element.of("participants", Element.of("attendees", attendees(details))),
        // Off unless asked for, says the schema; on in all of Cisco's samples.
        Element.of(
            "enableOptions",
            Element.text("chat", true),
            Element.text("poll", true),
            Element.text("audioVideo", true)),
        Element.of("schedule", schedule(details, start)),
        Element.of("telephony", Element.text("telephonySupport", "CALLIN")));
  }

  private static List<Element> attendees(MeetingDetails details) {
    return details.attendees().stream()
        .filter(attendee -> attendee.type() != AttendeeType.RESOURCE)
        .map(CreateMeeting::attendee)
        .toList();
  }

  private static Element attendee(Attendee attendee) {
    String name = attendee.name() == null ? attendee.email() : attendee.name();
    return Element.of(
        "attendee",
        Element.of("person", Element.text("name", name), Element.text("email", attendee.email())),
        Element.text("role", "ATTENDEE"),
        Element.text("emailInvitations", false));
  }

  private static List<Element> schedule(MeetingDetails details, WebexTime start) {
    Duration length =
        Duration.between(moment(details, details.start()), moment(details, details.end()));
    Integer before = details.joinBeforeHostMinutes();
    List<Element> schedule = new ArrayList<>(start.start());
    schedule.add(Element.text("duration", length.toMinutes()));
    // In seconds, whatever the rest of the API counts in.
    schedule.add(Element.text("openTime", before == null ? 0 : before * 60));
    schedule.add(Element.text("hostWebExID", details.host()));
    schedule.add(Element.text("joinTeleconfBeforeHost", before != null));
    return schedule;
  }

  /** Where the clock shows it twice, the earlier is meant. */
  static Instant moment(MeetingDetails details, LocalDateTime time) {
    return time.atZone(details.timeZone()).withEarlierOffsetAtOverlap().toInstant();
  }
}
