package dev.convene.contracts;

/** What happened on the Microsoft 365 side, on the topic {@code calendar.events}. */
public sealed interface CalendarEvent extends MeetingMessage
    permits InviteSent,
        InviteFailed,
        InviteCancelled,
        InvitationChecked,
        StepDelayed,
        AttentionNeeded {

  /** The step that this event reports on. */
  StepRun step();
}
