package dev.convene.calendar.invitation;

import dev.convene.contracts.Attendee;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One invitation, complete, and the same however often it is composed.
 *
 * @param mailbox whose calendar it goes to; its owner is the organizer
 * @param meetingId our mark on the event, by which it is found again
 * @param transactionId the same for every attempt at the same generation of the same meeting, so
 *     that Exchange makes one event of them all
 * @param html the body, everything in it escaped
 * @param reminderMinutes before the start; absent means the mailbox's own default
 * @param repetition absent means that it takes place once
 */
public record Invitation(
    String mailbox,
    UUID meetingId,
    UUID transactionId,
    String subject,
    String html,
    EventTime start,
    EventTime end,
    Place place,
    List<Attendee> attendees,
    @Nullable Integer reminderMinutes,
    @Nullable Repetition repetition) {

  public Invitation {
    attendees = List.copyOf(attendees);
  }

  /** Holds a password, and is not for logs. */
  @Override
  public String toString() {
    return "Invitation[" + meetingId + "]";
  }
}
