package dev.convene.webex.xml;

import dev.convene.contracts.Reason;
import dev.convene.webex.calls.Said;
import dev.convene.webex.calls.Statuses;
import dev.convene.webex.meetings.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What the XML API's failures mean. Cisco publishes no list of the numbers; those here are the ones
 * that public material shows ({@code docs/adr/0020-the-xml-api.md} says where).
 */
final class Failures {

  static final String NO_RECORD = "000015";
  static final String NO_SUCH_MEETING = "060001";

  private static final int LONGEST_QUOTE = 200;

  private Failures() {}

  /**
   * @param host whose meeting it is about, for the words of a refusal
   */
  static <T> Said<T> meaning(Response.Failure failure, String host) {
    String said = said(failure);
    @Nullable String trace = failure.caseId().orElse(null);
    return switch (failure.exceptionId()) {
      // Wrong user or password; no valid ticket.
      case "030002", "030047" -> new Said.NotAccepted<>(trace);
      case "000045" -> new Said.Answered<>(Statuses.throttled(trace, Statuses.THROTTLED));
      // A server behind it did not answer, or nobody knows what: it may have been done.
      case "000000", "000035", "999999" ->
          new Said.Answered<>(
              new Answer.Lost<>(
                  new Reason("webex.error", "Webex has trouble of its own: " + said, trace)));
      case "000001", "030048" ->
          refused(
              "webex.not-permitted",
              "Webex does not let Convene schedule for " + host + ": " + said,
              trace);
      case "030001" ->
          refused(
              "webex.host-unknown",
              "Webex knows no host " + host + ". Check the address, or ask for a Webex account.",
              trace);
      default -> refused("webex.refused", "Webex refused the meeting: " + said, trace);
    };
  }

  private static <T> Said<T> refused(String code, String message, @Nullable String trace) {
    return new Said.Answered<>(new Answer.Refused<>(new Reason(code, message, trace)));
  }

  private static String said(Response.Failure failure) {
    String said = failure.reason().replaceAll("\\p{Cntrl}+", " ");
    String quote =
        said.length() <= LONGEST_QUOTE ? said : said.substring(0, LONGEST_QUOTE - 1) + "…";
    return quote + " (" + failure.exceptionId() + ")";
  }
}
