package dev.convene.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Why something did not happen, for the person who asked and for the operator who looks.
 *
 * @param code stable and dotted, such as {@code webex.no-licence}; programs branch on it
 * @param message a sentence that says what happened and what to do; no secret, up to 500 characters
 * @param vendorTraceId what the vendor's support asks for: Webex's tracking id, Graph's request id
 */
public record Reason(String code, String message, @Nullable String vendorTraceId) {

  private static final int LONGEST_MESSAGE = 500;

  public Reason {
    Checks.notBlank("code", code);
    Checks.notBlank("message", message);
    if (message.length() > LONGEST_MESSAGE) {
      message = message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
  }

  /** A reason that no vendor's answer stands behind. */
  public Reason(String code, String message) {
    this(code, message, null);
  }
}
