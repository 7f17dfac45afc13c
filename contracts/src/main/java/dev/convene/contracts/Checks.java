package dev.convene.contracts;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the records' constructors check; a breach is an {@link IllegalArgumentException}. */
final class Checks {

  private static final Pattern MAILBOX = Pattern.compile("[^\\s@]+@[^\\s@]+");

  private Checks() {}

  /** JSON may leave out what the type says is there. */
  static void present(String field, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
  }

  static void notBlank(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
  }

  static void mailbox(String field, @Nullable String value) {
    if (value == null || !MAILBOX.matcher(value).matches()) {
      throw new IllegalArgumentException(field + " must be a mailbox, such as anna@example.com");
    }
    if (!value.equals(value.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(field + " must be in lower case");
    }
  }

  /** What people click must open in a browser, and do nothing else. */
  static void webAddress(String field, @Nullable URI value) {
    present(field, value);
    if (value == null
        || value.getHost() == null
        || !("https".equalsIgnoreCase(value.getScheme())
            || "http".equalsIgnoreCase(value.getScheme()))) {
      throw new IllegalArgumentException(field + " must be an absolute http or https address");
    }
  }

  /** Vendors write an empty text where they mean none; we leave the field out. */
  static @Nullable String blankAsAbsent(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  static void atLeast(String field, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(field + " must be at least " + least + ", was " + value);
    }
  }

  static void atMost(String field, long value, long most) {
    if (value > most) {
      throw new IllegalArgumentException(field + " must be at most " + most + ", was " + value);
    }
  }
}
