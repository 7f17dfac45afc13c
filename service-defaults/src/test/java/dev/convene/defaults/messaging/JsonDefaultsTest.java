package dev.convene.defaults.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonDefaultsTest {

  record Times(Instant at, LocalDateTime local, Duration took, String absent) {}

  private final JsonMapper mapper = JsonDefaults.mapper();

  @Test
  void timesAreTextAndAbsentValuesAreLeftOut() {
    assertThat(
            mapper.writeValueAsString(
                new Times(
                    Instant.EPOCH,
                    LocalDateTime.of(2027, 1, 14, 10, 0),
                    Duration.ofMillis(1),
                    null)))
        .isEqualTo(
            "{\"at\":\"1970-01-01T00:00:00Z\",\"local\":\"2027-01-14T10:00:00\","
                + "\"took\":\"PT0.001S\"}");
  }

  @Test
  void absentValuesAreLeftOutOfMapsToo() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("a", null);
    map.put("b", "c");
    assertThat(mapper.writeValueAsString(map)).isEqualTo("{\"b\":\"c\"}");
  }

  @Test
  void fieldsThatAreNotKnownAreSkipped() {
    assertThat(mapper.readValue("{\"new\":1}", Times.class))
        .isEqualTo(new Times(null, null, null, null));
  }
}
