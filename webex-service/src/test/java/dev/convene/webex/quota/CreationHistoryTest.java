package dev.convene.webex.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CreationHistoryTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final List<TopicPartition> PARTITION = List.of(new TopicPartition("commands", 3));

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final CreationQuota quota = new CreationQuota(2, (InstantSource) now::get);
  private final Past past = new Past();
  private final CreationHistory history =
      new CreationHistory(quota, past, "commands", (InstantSource) now::get);

  /** Two creations in every partition; counts how often it is read. */
  private static final class Past implements CreationHistory.PastCreations {
    private final List<UUID> made = List.of(UUID.randomUUID(), UUID.randomUUID());
    private final List<Integer> read = new ArrayList<>();
    private boolean away;

    @Override
    public int partitionOf(String host) {
      return 3;
    }

    @Override
    public void teach(int partition, CreationQuota quota) {
      read.add(partition);
      if (away) {
        throw new IllegalStateException("Kafka is away");
      }
      made.forEach(id -> quota.learn("bob", id, 1, NOW));
    }
  }

  @Test
  void whatThePredecessorMadeCountsForTheNewOwner() {
    history.gained(PARTITION);
    history.learnAbout("bob");
    assertThat(quota.take("bob", UUID.randomUUID())).contains(Duration.ofHours(24));
  }

  @Test
  void thePastIsReadOnceForEachTimeThatThePartitionComes() {
    history.gained(PARTITION);
    history.learnAbout("bob");
    now.set(NOW.plus(Duration.ofHours(5)));
    history.learnAbout("carol");
    assertThat(past.read).hasSize(1);

    history.lost(PARTITION);
    history.gained(PARTITION);
    history.learnAbout("bob");
    assertThat(past.read).hasSize(2);
  }

  @Test
  void ofAnothersPartitionThePastIsReadNowAndThen() {
    history.learnAbout("bob");
    history.learnAbout("bob");
    assertThat(past.read).hasSize(1);
    now.set(NOW.plus(Duration.ofMinutes(1)));
    history.learnAbout("bob");
    assertThat(past.read).hasSize(2);
  }

  @Test
  void aPastThatCannotBeReadHoldsNothingUp() {
    past.away = true;
    history.gained(PARTITION);
    history.learnAbout("bob");
    assertThat(quota.take("bob", UUID.randomUUID())).isEmpty();
  }

  @Test
  void otherTopicsPartitionsAreNobodysConcern() {
    history.gained(PARTITION);
    history.learnAbout("bob");
    history.gained(List.of(new TopicPartition("elsewhere", 3)));
    history.learnAbout("bob");
    assertThat(past.read).hasSize(1);
  }

  @Test
  void withoutALimitNothingIsRead() {
    CreationQuota unlimited = new CreationQuota(0, (InstantSource) now::get);
    new CreationHistory(unlimited, past, "commands", (InstantSource) now::get).learnAbout("bob");
    assertThat(past.read).isEmpty();
  }
}
