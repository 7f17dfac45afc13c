package dev.convene.webex.rest;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import dev.convene.contracts.AttendeeType;
import dev.convene.contracts.MeetingDetails;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as {@code POST /meetings} takes it. No password: Webex makes one that the site's policy
 * allows. No mail: Outlook sends the invitation. The invitees are named all the same, since a site
 * may let them past the lobby.
 */
record CreateMeetingRequest(
    String title,
    @Nullable String agenda,
    String start,
    String end,
    String timezone,
    @Nullable String hostEmail,
    boolean sendEmail,
    List<String> integrationTags,
    boolean enabledJoinBeforeHost,
    @Nullable Integer joinBeforeHostMinutes,
    @Nullable List<Invitee> invitees,
    @Nullable String recurrence) {

  record Invitee(String email, @Nullable String displayName) {}

  /**
   * @param hostEmail the host, where the token is an administrator's; a person's own stands for its
   *     owner
   */
  static CreateMeetingRequest of(
      UUID meetingId, MeetingDetails details, @Nullable String hostEmail) {
    List<Invitee> invitees =
        details.attendees().stream()
            .filter(attendee -> attendee.type() != AttendeeType.RESOURCE)
            .map(attendee -> new Invitee(attendee.email(), attendee.name()))
            .toList();
    return new CreateMeetingRequest(
        details.title(),
        details.agenda(),
        time(details, details.start()),
        time(details, details.end()),
        details.timeZone().getId(),
        hostEmail,
        false,
        List.of(tag(meetingId)),
        details.joinBeforeHostMinutes() != null,
        details.joinBeforeHostMinutes(),
        invitees.isEmpty() ? null : invitees,
        details.recurrence() == null ? null : details.recurrence().rule());
  }

  /** Our mark on a meeting: 44 of the 64 characters that a tag may have. */
  static String tag(UUID meetingId) {
    return "convene:" + meetingId;
  }

  /**
   * With the offset that the zone has then, or Webex refuses it; it also tells apart the two hours.
   */
  private static String time(MeetingDetails details, LocalDateTime time) {
    return ISO_OFFSET_DATE_TIME.format(
        time.atZone(details.timeZone()).withEarlierOffsetAtOverlap());
  }
}
