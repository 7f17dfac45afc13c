package dev.convene.defaults.messaging;

/** What reading one record came to. */
public sealed interface Decoded<T> {

  /** A message of a known type and version. */
  record Known<T>(Envelope envelope, T message) implements Decoded<T> {}

  /**
   * A record for the dead-letter topic.
   *
   * @param problem what kind of trouble it is, for metrics
   * @param reason one sentence that says where the trouble is, without anything of the value
   */
  record Unreadable<T>(Problem problem, String reason) implements Decoded<T> {}

  /** Why a record cannot be read. */
  enum Problem {
    /** An attribute that CloudEvents requires is missing or malformed. */
    ENVELOPE,
    UNKNOWN_TYPE,
    UNKNOWN_VERSION,
    /** The value is not JSON, or not of the shape that its type demands. */
    BODY
  }
}
