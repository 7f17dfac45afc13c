package dev.convene.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows which records may have been worked on before, so that all others can do without looking.
 *
 * <p>Three ways lead to a second time: the record stood in the partition before this consumer got
 * it, and the one before may have died over it; a batch was rolled back, and comes again; a copy of
 * the message was sent. The first two are told by offsets, the third by the mark of whoever sends
 * again, and for copies without a mark by remembering the meetings that came by lately.
 */
final class TriedBefore {

  private static final int REMEMBERED = 50_000;

  /** Records below its line may have been tried, for each partition. */
  private final Map<TopicPartition, Long> lines = new ConcurrentHashMap<>();

  private final Map<Work.Identity, Boolean> recent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Work.Identity, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** This consumer got the partition; the one before may have worked on what is below the line. */
  void assigned(TopicPartition partition, long line) {
    lines.put(partition, line);
  }

  /** Records below {@code line} are being worked on here: should they come again, look first. */
  void started(TopicPartition partition, long line) {
    lines.computeIfPresent(partition, (_, before) -> Math.max(before, line));
  }

  /** Where no line was drawn, nothing can be ruled out. */
  boolean mayHaveBeen(TopicPartition partition, long offset) {
    Long line = lines.get(partition);
    return line == null || offset < line;
  }

  /** Whether a copy of this work came by here lately. */
  boolean knows(Work.Identity identity) {
    synchronized (recent) {
      return recent.containsKey(identity);
    }
  }

  /** The same, and notes that it has now. */
  boolean cameBy(Work.Identity identity) {
    synchronized (recent) {
      return recent.put(identity, true) != null;
    }
  }
}
