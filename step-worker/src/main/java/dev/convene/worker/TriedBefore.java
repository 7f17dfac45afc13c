package dev.convene.worker;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

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

  private final InstantSource clock;
  private final Map<TopicPartition, Line> lines = new ConcurrentHashMap<>();
  private final Map<Work.Identity, Instant> recent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Work.Identity, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  TriedBefore(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Records below {@code offset} may have been tried until {@code at}; absent means until just now.
   */
  private record Line(long offset, @Nullable Instant at) {}

  /** This consumer got the partition; the one before may have worked on what is below the line. */
  void assigned(TopicPartition partition, long line) {
    lines.put(partition, new Line(line, clock.instant()));
  }

  /** Records below {@code line} are being worked on here: should they come again, look first. */
  void started(TopicPartition partition, long line) {
    lines.merge(
        partition,
        new Line(line, null),
        (old, started) -> old.offset() > started.offset() ? old : started);
  }

  /** Until when a record may have been tried before; null where that is ruled out. */
  @Nullable Instant by(TopicPartition partition, long offset) {
    Line line = lines.get(partition);
    if (line == null || offset >= line.offset()) {
      return null;
    }
    return line.at() == null ? clock.instant() : line.at();
  }

  /** Until when a copy of this work may have been tried here; null where none is remembered. */
  @Nullable Instant by(Work.Identity identity) {
    synchronized (recent) {
      return recent.get(identity);
    }
  }

  /** This work was done, or parked, just now. */
  void worked(Work.Identity identity) {
    Instant now = clock.instant();
    synchronized (recent) {
      recent.put(identity, now);
    }
  }
}
