package dev.convene.webex.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30                            | PT30S",
        "3600                          | PT1H",
        "0                             | PT0S",
        "999999999                     | PT24H",
        "Mon, 23 Nov 2026 10:02:00 GMT | PT2M",
        "Mon, 23 Nov 2026 09:00:00 GMT | PT0S",
        "soon                          | PT7S",
        "99999999999999999999          | PT7S",
        "-5                            | PT7S",
        "                              | PT7S",
      })
  void everyFormIsReadAndNonsenseMeansTheDefault(String header, Duration expected) {
    assertThat(RetryAfter.parse(header, NOW, Duration.ofSeconds(7))).isEqualTo(expected);
  }
}
