package dev.convene.gateway.requests;

import dev.convene.contracts.MeetingDetails;
import dev.convene.gateway.problems.RequestError;
import java.time.Instant;
import java.util.List;

/** What reading a request came to. */
public sealed interface Reading {

  /**
   * Nothing is wrong with it.
   *
   * @param start the instant that the meeting's local start means
   * @param end when it is over; of a series the last occurrence, of one without an end the last
   *     within five years
   */
  record Valid(MeetingDetails details, Instant start, Instant end) implements Reading {}

  /** It is JSON, but not a request for a meeting that can be taken. */
  record Invalid(List<RequestError> errors) implements Reading {}

  /** It is not JSON, or JSON that says something twice. */
  record Malformed(String detail) implements Reading {}
}
