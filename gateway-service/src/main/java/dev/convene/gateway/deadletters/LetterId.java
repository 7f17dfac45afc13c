package dev.convene.gateway.deadletters;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** Where a dead letter stands, which is its name: {@code <topic>:<partition>:<offset>}. */
record LetterId(LetterTopic topic, int partition, long offset) {

  private static final Pattern FORM = Pattern.compile("([a-z.-]{1,200}):(\\d{1,5}):(\\d{1,18})");

  /** The id, or empty for what can be none. */
  static Optional<LetterId> read(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? LetterTopic.named(parts.group(1))
            .map(topic ->
                new LetterId(
                    topic, Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
        : Optional.empty();
  }

  TopicPartition topicPartition() {
    return new TopicPartition(topic.name(), partition);
  }

  @Override
  public String toString() {
    return topic.name() + ":" + partition + ":" + offset;
  }
}
