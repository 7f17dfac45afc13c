package dev.convene.architecture.planted.contracts;

/** What the planted messages have in common. */
public interface MeetingMessage {}
