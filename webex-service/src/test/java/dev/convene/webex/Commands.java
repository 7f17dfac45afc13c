package dev.convene.webex;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.RequestMode;
import dev.convene.contracts.Requester;
import dev.convene.contracts.ScheduleMeeting;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Commands as the gateway sends them. */
final class Commands {

  private Commands() {}

  /** By a system, for that host. */
  static ScheduleMeeting schedule(String host) {
    return schedule(new Requester("test", "test", null, RequestMode.APPLICATION), host);
  }

  /** By a person, who is known by the mailbox and hosts the meeting. */
  static ScheduleMeeting scheduleBy(String mailbox) {
    return schedule(
        new Requester(mailbox, "convene-portal", mailbox, RequestMode.DELEGATED), mailbox);
  }

  static ScheduleMeeting schedule(Requester requestedBy, String host) {
    LocalDate day = LocalDate.now(ZoneId.of("UTC")).plusDays(2);
    MeetingDetails details =
        new MeetingDetails(
            "Budget & review",
            "Numbers",
            host,
            day.atTime(LocalTime.of(10, 0)),
            day.atTime(LocalTime.of(11, 0)),
            ZoneId.of("Europe/Berlin"),
            List.of(new Attendee("alice@contoso.example", "Alice", AttendeeType.REQUIRED)),
            15,
            5);
    return new ScheduleMeeting(UUID.randomUUID(), 1, requestedBy, details);
  }
}
