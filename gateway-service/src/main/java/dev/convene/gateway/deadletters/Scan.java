package dev.convene.gateway.deadletters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Looks through dead-letter topics from their ends backwards, window by window. */
final class Scan {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int FIRST_WINDOW = 256;
  private static final int MOST_RECORDS = 50_000;

  private static final Comparator<Letter> NEWEST_FIRST =
      Comparator.comparing(Letter::at)
          .thenComparingLong(letter -> letter.id().offset())
          .reversed()
          .thenComparing(letter -> letter.id().toString());

  private final Consumer<byte[], byte[]> consumer;
  private final LetterFilter filter;
  private final long deadline;
  private final Map<TopicPartition, LetterTopic> partitions = new HashMap<>();

  /**
   * @param deadline in the time of {@link System#nanoTime}
   */
  Scan(Consumer<byte[], byte[]> consumer, LetterFilter filter, long deadline) {
    this.consumer = consumer;
    this.filter = filter;
    this.deadline = deadline;
  }

  /**
   * A page.
   *
   * @param bounds where the page before ended; absent for the first
   * @throws Letters.Unavailable when there is more to look through than time
   */
  LetterPage page(@Nullable Bounds bounds, int limit) {
    Map<String, List<PartitionInfo>> there = consumer.listTopics();
    for (LetterTopic topic : filter.topics()) {
      there
          .getOrDefault(topic.name(), List.of())
          .forEach(
              info -> partitions.put(new TopicPartition(topic.name(), info.partition()), topic));
    }
    Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions.keySet());
    Map<TopicPartition, Long> below = consumer.endOffsets(partitions.keySet());
    if (bounds != null) {
      below.replaceAll(
          (partition, end) -> Math.min(end, bounds.below().getOrDefault(partition, 0L)));
    }
    below.entrySet().removeIf(entry -> entry.getValue() <= of(begin, entry.getKey()));
    return page(begin, below, limit);
  }

  /** With windows that grow until they hold a page, or all that there is. */
  private LetterPage page(
      Map<TopicPartition, Long> begin, Map<TopicPartition, Long> below, int limit) {
    for (long window = FIRST_WINDOW; ; window *= 4) {
      Map<TopicPartition, Long> from = new HashMap<>();
      long size = window;
      below.forEach(
          (partition, end) -> from.put(partition, Math.max(of(begin, partition), end - size)));
      List<Letter> read = read(from, below);
      boolean all = from.entrySet().stream().allMatch(e -> e.getValue() <= of(begin, e.getKey()));
      int certain = all ? read.size() : certain(read, from, begin);
      if (all || matches(read.subList(0, certain)) >= limit) {
        return cut(read.subList(0, certain), read.size(), begin, from, below, limit);
      }
    }
  }

  private long matches(List<Letter> letters) {
    return letters.stream().filter(filter::fits).count();
  }

  /** How many are certainly newer than whatever lies below the windows. */
  private static int certain(
      List<Letter> read, Map<TopicPartition, Long> from, Map<TopicPartition, Long> begin) {
    Map<TopicPartition, Letter> oldest = new HashMap<>();
    read.forEach(letter -> oldest.put(letter.id().topicPartition(), letter));
    int certain = read.size();
    for (Map.Entry<TopicPartition, Long> entry : from.entrySet()) {
      if (entry.getValue() > of(begin, entry.getKey())) {
        Letter last = oldest.get(entry.getKey());
        certain = Math.min(certain, last == null ? 0 : read.indexOf(last) + 1);
      }
    }
    return certain;
  }

  private LetterPage cut(
      List<Letter> certain,
      int read,
      Map<TopicPartition, Long> begin,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> below,
      int limit) {
    List<Letter> page = new ArrayList<>();
    Map<TopicPartition, Long> rest = new HashMap<>(below);
    int seen = 0;
    for (Letter letter : certain) {
      if (page.size() == limit) {
        break;
      }
      seen++;
      rest.merge(letter.id().topicPartition(), letter.id().offset(), Math::min);
      if (filter.fits(letter)) {
        page.add(letter);
      }
    }
    boolean more =
        seen < read || from.entrySet().stream().anyMatch(e -> e.getValue() > of(begin, e.getKey()));
    rest.entrySet().removeIf(entry -> entry.getValue() <= of(begin, entry.getKey()));
    return new LetterPage(page, more && !rest.isEmpty() ? new Bounds(rest) : null);
  }

  /** All records in these windows, the newest first. */
  private List<Letter> read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> below) {
    List<Letter> letters = new ArrayList<>();
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    List<TopicPartition> open = new ArrayList<>(from.keySet());
    while (!open.isEmpty()) {
      if (System.nanoTime() > deadline || letters.size() > MOST_RECORDS) {
        throw new Letters.Unavailable(
            "There are too many dead letters to look through. Ask for one topic or consumer.",
            null);
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < of(below, partition)) {
          letters.add(Letter.of(of(partitions, partition), record));
        }
      }
      open.removeIf(partition -> {
        boolean done = consumer.position(partition) >= of(below, partition);
        if (done) {
          consumer.pause(List.of(partition));
        }
        return done;
      });
    }
    letters.sort(NEWEST_FIRST);
    return letters;
  }

  private static <V> V of(Map<TopicPartition, V> map, TopicPartition partition) {
    return Objects.requireNonNull(map.get(partition), "Kafka was asked for every partition");
  }
}
