package dev.convene.defaults.http;

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
 * Reads {@code Retry-After} as RFC 9110 has it, seconds or an HTTP date, and as vendors send it:
 * several numbers in one header ({@code 31,120}), of which the longest is safe.
 */
public final class RetryAfter {

  private RetryAfter() {}

  /**
   * How long to wait, from all headers of that name.
   *
   * @param longest what a header says beyond this is not believed
   * @return null where nothing is said that can be understood; else at most {@code longest}
   */
  public static @Nullable Duration of(Collection<String> headers, Instant now, Duration longest) {
    return headers.stream()
        .flatMap(header -> durations(header, now))
        .filter(wait -> !wait.isNegative() && !wait.isZero())
        .map(wait -> wait.compareTo(longest) > 0 ? longest : wait)
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
    // Thirty years say as much as any longer number.
    return Duration.ofSeconds(digits.length() > 9 ? 999_999_999 : Long.parseLong(digits));
  }
}
