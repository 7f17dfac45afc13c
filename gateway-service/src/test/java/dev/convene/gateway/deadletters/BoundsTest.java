package dev.convene.gateway.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

  @Test
  void aCursorIsReadAsItWasWritten() {
    Bounds bounds =
        new Bounds(
            Map.of(
                new TopicPartition(LetterTopic.ALL.get(0).name(), 11),
                17L,
                new TopicPartition(LetterTopic.ALL.get(6).name(), 0),
                Long.MAX_VALUE / 10));
    assertThat(Bounds.read(bounds.cursor())).contains(bounds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "MC4w", "OTkuMC4x", "MC4wLjE5OTk5OTk5OTk5OTk5OTk5OTk5OQ"})
  void whatIsNoneOfOursIsNoCursor(String cursor) {
    assertThat(Bounds.read(cursor)).isEmpty();
  }
}
