package dev.convene.webex.rest;

import dev.convene.webex.calls.Credentials;
import dev.convene.webex.calls.Envelope;
import dev.convene.webex.calls.Said;
import dev.convene.webex.calls.Statuses;
import dev.convene.webex.meetings.Answer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/** Makes one call, and says what its answer means. */
final class WebexCalls {

  private final Envelope envelope;
  private final Credentials tokens;
  private final Statuses statuses;
  private final Refusals refusals;

  WebexCalls(Envelope envelope, Credentials tokens, Statuses statuses, Refusals refusals) {
    this.envelope = envelope;
    this.tokens = tokens;
    this.statuses = statuses;
    this.refusals = refusals;
  }

  /** One HTTP call, given the value of its {@code Authorization} header. */
  interface Call extends Function<String, ResponseEntity<byte[]>> {}

  /**
   * @param host whose meeting it is about, for the words of a refusal
   * @param done reads a 2xx answer, or a 404 where {@code notFoundIsAnAnswer}
   */
  <T> Answer<T> make(
      String host,
      boolean notFoundIsAnAnswer,
      Call call,
      Function<ResponseEntity<byte[]>, T> done) {
    return envelope.make(
        tokens,
        token -> call.apply("Bearer " + token),
        response -> read(host, notFoundIsAnAnswer, response, () -> done.apply(response)));
  }

  private <T> Said<T> read(
      String host, boolean notFoundIsAnAnswer, ResponseEntity<byte[]> response, Supplier<T> done) {
    int status = response.getStatusCode().value();
    if (response.getStatusCode().is2xxSuccessful() || (status == 404 && notFoundIsAnAnswer)) {
      return new Said.Answered<>(new Answer.Done<>(done.get()));
    }
    return statuses
        .<T>meaning(response, refusals.trackingId(response.getBody()))
        .orElseGet(() ->
            new Said.Answered<>(
                new Answer.Refused<>(refusals.reason(status, response.getBody(), host))));
  }
}
