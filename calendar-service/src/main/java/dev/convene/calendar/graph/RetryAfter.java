package dev.convene.calendar.graph;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After} in the forms in which Graph sends it: seconds, an HTTP date, or several
 * numbers in one header ({@code 31,120}), of which the longest is meant to be safe.
 */
final class RetryAfter {

  /** Outlook's longest window is ten minutes; a header that says more than this is not believed. */
  static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /**
   * How long to wait, from all headers of that name.
   *
   * @return null where nothing is said that can be understood; at most {@link #LONGEST}
   */
  static @Nullable Duration of(Collection<String> headers, Instant now) {
    return headers.stream()
        .flatMap(header -> durations(header, now))
        .filter(wait -> !wait.isNegative() && !wait.isZero())
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
        .max(Duration::compareTo)
        .orElse(null);
  }

  private static Stream<Duration> durations(String header, Instant now) {
    try {
      Instant until =
          ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Stream.of(Duration.between(now, until));
    } catch (DateTimeException notADate) {
      return Stream.of(header.split(",", -1)).map(RetryAfter::seconds).filter(Objects::nonNull);
    }
  }

  private static @Nullable Duration seconds(String number) {
    String digits = number.strip();
    if (!digits.matches("[0-9]+")) {
      return null;
    }
    // More digits than a long has are more than an hour, too.
    return digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
  }
}
