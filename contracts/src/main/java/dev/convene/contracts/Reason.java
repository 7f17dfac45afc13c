package dev.convene.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Why something did not happen, for the person who asked and for the operator who looks.
 *
 * @param code stable and dotted, such as {@code webex.no-licence}; programs branch on it
 * @param message a sentence that says what happened and what to do; no secret; cut after 500
 *     characters
 * @param vendorTraceId what the vendor's support asks for: Webex's tracking id, Graph's request id
 */
public record Reason(String code, String message, @Nullable String vendorTraceId) {

  private static final int LONGEST_MESSAGE = 500;
  private static final int REPLACEMENT = 0xFFFD;

  public Reason {
    Checks.notBlank("code", code);
    Checks.notBlank("message", message);
    message = shortened(wellFormed(message));
    vendorTraceId = Checks.blankAsAbsent(vendorTraceId);
  }

  /** A reason that no vendor's answer stands behind. */
  public Reason(String code, String message) {
    this(code, message, null);
  }

  /** Vendors' texts may hold half a character; no JSON could carry it. */
  private static String wellFormed(String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_MESSAGE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_MESSAGE - 1)) + "…";
  }
}
