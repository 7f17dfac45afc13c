package dev.convene.contracts;

import java.util.UUID;

/**
 * Anything the services say to each other about one meeting: a command in the imperative, or an
 * event in the past tense. Its key is {@link #host()}.
 */
public sealed interface MeetingMessage extends TopicMessage
    permits SchedulingCommand, WebexEvent, CalendarEvent {

  /** Convene's own id of the meeting, given by the gateway. */
  UUID meetingId();

  /**
   * The host's mailbox in lower case. A meeting never changes its host, so that everything about
   * one meeting, and everything that touches one mailbox, stays in one partition and in order.
   */
  String host();

  @Override
  default String key() {
    return host();
  }

  @Override
  default String subject() {
    return meetingId().toString();
  }
}
