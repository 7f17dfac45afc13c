package dev.convene.defaults.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7|PT7S",
        " 7 |PT7S",
        "31,120|PT2M",
        "120, 31|PT2M",
        "31,soon|PT31S",
        "3600|PT1H",
        "7200|PT1H",
        "99999999999999999999999|PT1H",
        "Mon, 23 Nov 2026 10:00:45 GMT|PT45S",
        "Tue, 24 Nov 2026 10:00:45 GMT|PT1H",
      })
  void everyFormIsUnderstood(String header, Duration wait) {
    assertThat(RetryAfter.of(List.of(header), NOW, Duration.ofHours(1))).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "soon", "1.5", "Mon, 23 Nov 2026 09:59:00 GMT", ",", "٣"})
  void whatMakesNoSenseSaysNothing(String header) {
    assertThat(RetryAfter.of(List.of(header), NOW, Duration.ofHours(1))).isNull();
  }

  @Test
  void ofSeveralHeadersTheLongestCounts() {
    assertThat(RetryAfter.of(List.of("3", "9", "x"), NOW, Duration.ofHours(1)))
        .isEqualTo(Duration.ofSeconds(9));
    assertThat(RetryAfter.of(List.of(), NOW, Duration.ofHours(1))).isNull();
  }
}
