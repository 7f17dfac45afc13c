package dev.convene.contracts;

import java.util.regex.Pattern;
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

  private static final Pattern CODE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
  private static final int LONGEST_MESSAGE = 500;
  private static final int REPLACEMENT = 0xFFFD;

  public Reason {
    Checks.present("code", code);
    Checks.notBlank("message", message);
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("code must be lower-case words with dots between");
    }
    message = text(message, LONGEST_MESSAGE);
    vendorTraceId = Checks.blankAsAbsent(vendorTraceId);
  }

  /** A reason that no vendor's answer stands behind. */
  public Reason(String code, String message) {
    this(code, message, null);
  }

  /** A text that JSON and databases can hold, cut after so many characters. */
  static String text(String text, int longest) {
    return shortened(wellFormed(text), longest);
  }

  /** Vendors' texts may hold what JSON (half a character) or a database (NUL) cannot. */
  private static String wellFormed(String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String shortened(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
