package dev.convene.webex.xml;

import dev.convene.webex.calls.UnreadableAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the XML API answered. Whether it did what it was asked stands in the message, whatever the
 * HTTP status.
 *
 * @param content empty where it failed
 */
record Response(boolean success, Failure failure, Element content) {

  /**
   * Why it failed.
   *
   * @param exceptionId Webex's number for it, six digits
   * @param reason Webex's words, which may change
   * @param caseId what support at Webex asks for, where it is given
   */
  record Failure(String exceptionId, String reason, Optional<String> caseId) {}

  /**
   * Reads it.
   *
   * @throws UnreadableAnswer when it does not say whether it succeeded
   */
  static Response of(byte @Nullable [] body) {
    if (body == null) {
      throw new UnreadableAnswer("it is empty");
    }
    Element message = ElementReader.read(body);
    Element response =
        message.at("header/response").orElseThrow(() -> new UnreadableAnswer("it has no response"));
    boolean success =
        switch (response.text("result").orElse("")) {
          case "SUCCESS" -> true;
          case "FAILURE" -> false;
          default -> throw new UnreadableAnswer("it has no result");
        };
    return new Response(
        success,
        new Failure(
            response.text("exceptionID").orElse(""),
            response.text("reason").orElse("no reason was given"),
            response.text("caseID")),
        message.at("body/bodyContent").orElseGet(() -> Element.of("bodyContent")));
  }
}
