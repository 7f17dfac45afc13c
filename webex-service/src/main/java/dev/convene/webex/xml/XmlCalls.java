package dev.convene.webex.xml;

import dev.convene.contracts.Reason;
import dev.convene.webex.calls.Credentials;
import dev.convene.webex.calls.Envelope;
import dev.convene.webex.calls.Said;
import dev.convene.webex.calls.Statuses;
import dev.convene.webex.meetings.Answer;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** Makes one call, and says what its answer means. */
final class XmlCalls {

  private final Envelope envelope;
  private final Credentials tickets;
  private final XmlService service;
  private final Statuses statuses;

  XmlCalls(Envelope envelope, Credentials tickets, XmlService service, Statuses statuses) {
    this.envelope = envelope;
    this.tickets = tickets;
    this.service = service;
    this.statuses = statuses;
  }

  /**
   * @param host whose meeting it is about, for the words of a refusal
   * @param answers failures that answer the question, by their numbers
   * @param done reads a success
   */
  <T> Answer<T> make(
      String host, Request request, Map<String, T> answers, Function<Element, T> done) {
    return envelope.make(
        tickets,
        ticket -> service.send(request, ticket),
        response -> read(host, response, answers, done));
  }

  private <T> Said<T> read(
      String host, ResponseEntity<byte[]> http, Map<String, T> answers, Function<Element, T> done) {
    if (!http.getStatusCode().is2xxSuccessful()) {
      return statuses.<T>meaning(http, null).orElseGet(() -> notThere(http));
    }
    Response response = Response.of(http.getBody());
    if (response.success()) {
      return new Said.Answered<>(new Answer.Done<>(done.apply(response.content())));
    }
    T answer = answers.get(response.failure().exceptionId());
    return answer != null
        ? new Said.Answered<>(new Answer.Done<>(answer))
        : Failures.meaning(response.failure(), host);
  }

  /** The API itself has no such statuses: it is not at this address, or no longer. */
  private static <T> Said<T> notThere(ResponseEntity<byte[]> http) {
    return new Said.Answered<>(
        new Answer.Unreachable<>(
            new Reason(
                "webex.unreachable",
                "There is no XML API where Convene looks for it (HTTP "
                    + http.getStatusCode().value()
                    + "); operations must correct WEBEX_XML_BASE_URL.")));
  }
}
