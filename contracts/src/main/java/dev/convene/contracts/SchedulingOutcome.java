package dev.convene.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a request stands, for other systems, on the topic {@code scheduling.outcomes}. Said when
 * that changes, and not with each attempt; none of Convene's own services reads it.
 */
public sealed interface SchedulingOutcome extends TopicMessage
    permits MeetingScheduled,
        MeetingDelayed,
        MeetingFailed,
        MeetingCancelled,
        MeetingNeedsAttention {

  /** Convene's own id of the meeting, as the 202 gave it. */
  UUID meetingId();

  /** The host's mailbox in lower case. */
  String host();

  /**
   * Which outcome of this meeting it is, from 1. A copy has the number of what it is a copy of; of
   * two outcomes the one with the higher number holds.
   */
  int number();

  /** When the last of what this follows from happened. */
  Instant at();

  @Override
  default String key() {
    return host();
  }

  @Override
  default String subject() {
    return meetingId().toString();
  }
}
