package dev.convene.contracts;

/** What happened on the Webex side, on the topic {@code webex.events}. */
public sealed interface WebexEvent extends MeetingMessage
    permits MeetingCreated,
        MeetingRefused,
        MeetingWithdrawn,
        MeetingDeleted,
        MeetingChecked,
        StepDelayed,
        AttentionNeeded {

  /** The step that this event reports on. */
  StepRun step();
}
