package dev.convene.gateway.requests;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What counts as a mailbox: the plain addresses of RFC 5321 that both vendors take, without quoted
 * local parts, address literals or letters beyond ASCII.
 */
final class Mailbox {

  static final String ALLOWED = "an address such as ada@example.com, at most 254 characters";

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_LABEL = 63;
  private static final String LOCAL_SIGNS = "!#$%&'*+/=?^_`{|}~-";

  private Mailbox() {}

  /** The address in lower case, or null when it was refused or is not there. */
  static @Nullable String read(Fields fields, String name, @Nullable JsonNode value) {
    String text = fields.text(name, value, ALLOWED);
    if (text == null) {
      return null;
    }
    if (!isOne(text)) {
      fields.refuse(name, "not-a-mailbox", "This is not a mailbox address.", ALLOWED, value);
      return null;
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whether that is the address of a mailbox, in upper or lower case. */
  static boolean isOne(String text) {
    int at = text.lastIndexOf('@');
    return text.length() <= LONGEST
        && at >= 1
        && at <= LONGEST_LOCAL_PART
        && isLocalPart(text.substring(0, at))
        && isDomain(text.substring(at + 1));
  }

  private static boolean isLocalPart(String text) {
    for (String atom : text.split("\\.", -1)) {
      if (atom.isEmpty()
          || !atom.chars().allMatch(c -> isLetterOrDigit(c) || LOCAL_SIGNS.indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDomain(String text) {
    String[] labels = text.split("\\.", -1);
    for (String label : labels) {
      if (label.isEmpty()
          || label.length() > LONGEST_LABEL
          || label.startsWith("-")
          || label.endsWith("-")
          || !label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-')) {
        return false;
      }
    }
    String topLevel = labels[labels.length - 1];
    return labels.length >= 2 && topLevel.chars().anyMatch(c -> c > '9');
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
