package dev.convene.contracts;

/** What the gateway asks for, on the topic {@code scheduling.commands}. */
public sealed interface SchedulingCommand extends MeetingMessage
    permits ScheduleMeeting, CancelMeeting, CheckMeeting {}
