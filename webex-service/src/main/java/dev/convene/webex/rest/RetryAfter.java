package dev.convene.webex.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After} as RFC 9110 has it: seconds, or a date. */
final class RetryAfter {

  private static final Duration LONGEST = Duration.ofHours(24);

  private RetryAfter() {}

  /** How long to wait, at most a day; {@code otherwise} where the header says nothing sensible. */
  static Duration parse(@Nullable String header, Instant now, Duration otherwise) {
    if (header == null || header.isBlank()) {
      return otherwise;
    }
    String value = header.strip();
    try {
      Duration wait =
          Character.isDigit(value.charAt(0))
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
      return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    } catch (DateTimeException | NumberFormatException e) {
      return otherwise;
    }
  }
}
