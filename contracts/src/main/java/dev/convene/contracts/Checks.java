package dev.convene.contracts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the records' constructors check; a breach is an {@link IllegalArgumentException}. */
final class Checks {

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
    notBlank(field, value);
    if (value != null && !value.equals(value.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(field + " must be in lower case");
    }
  }

  static void atLeast(String field, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(field + " must be at least " + least + ", was " + value);
    }
  }
}
