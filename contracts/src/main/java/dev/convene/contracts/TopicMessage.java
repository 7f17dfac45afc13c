package dev.convene.contracts;

/**
 * Anything that travels on one of Convene's topics.
 *
 * <p>Travels as a CloudEvent in Kafka's binary mode: the record's value is this message as JSON and
 * its {@code ce_type} is the name in {@link MessageType}. A reader skips fields that it does not
 * know, so fields may be added; anything else is a new version of the type.
 */
public sealed interface TopicMessage permits MeetingMessage, OperatorCommand {

  /** The record's key: what has the same key stays in order. */
  String key();

  /** What it is about, as {@code ce_subject} says it. */
  String subject();
}
