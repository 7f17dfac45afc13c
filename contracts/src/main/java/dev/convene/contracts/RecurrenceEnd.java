package dev.convene.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Until when a meeting repeats. */
public sealed interface RecurrenceEnd {

  /** Nobody has said. */
  record Never() implements RecurrenceEnd {}

  /**
   * So often.
   *
   * @param count all occurrences, the first among them; 1 to 9999
   */
  record After(int count) implements RecurrenceEnd {

    public After {
      Checks.atLeast("count", count, 1);
      Checks.atMost("count", count, 9999);
    }
  }

  /**
   * Up to an occurrence.
   *
   * @param start when the last occurrence starts, to the second
   */
  record LastAt(Instant start) implements RecurrenceEnd {

    private static final DateTimeFormatter UTC =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .withResolverStyle(ResolverStyle.STRICT);

    public LastAt {
      Checks.present("start", start);
      start = start.truncatedTo(ChronoUnit.SECONDS);
    }

    String text() {
      return UTC.format(start);
    }
  }

  /** The end of a rule in its one form; nothing says that there is none. */
  static RecurrenceEnd of(@Nullable String part) {
    if (part == null) {
      return new Never();
    }
    String value = part.substring(part.indexOf('=') + 1);
    if (part.startsWith(";COUNT")) {
      return new After(Integer.parseInt(value));
    }
    try {
      return new LastAt(Instant.from(LastAt.UTC.parse(value)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("there is no such time as " + value, e);
    }
  }
}
