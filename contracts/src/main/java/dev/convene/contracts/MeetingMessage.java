package dev.convene.contracts;

import java.util.UUID;

/**
 * Anything the services say to each other about one meeting: a command in the imperative, or an
 * event in the past tense.
 *
 * <p>Travels as a CloudEvent in Kafka's binary mode: the record's value is this message as JSON,
 * its key is {@link #host()}, and its {@code ce_type} is the name in {@link MessageType}. A reader
 * skips fields that it does not know, so fields may be added; anything else is a new version of the
 * type.
 */
public sealed interface MeetingMessage permits SchedulingCommand, WebexEvent, CalendarEvent {

  /** Convene's own id of the meeting, given by the gateway. */
  UUID meetingId();

  /**
   * The host's mailbox in lower case. A meeting never changes its host, so that everything about
   * one meeting, and everything that touches one mailbox, stays in one partition and in order.
   */
  String host();
}
