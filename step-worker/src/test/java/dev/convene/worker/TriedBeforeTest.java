package dev.convene.worker;

import static dev.convene.worker.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TriedBeforeTest {

  private static final TopicPartition PARTITION = new TopicPartition("scheduling.commands", 3);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final TriedBefore triedBefore = new TriedBefore((InstantSource) now::get);

  @Test
  void whatCameAfterTheAssignmentWasTriedByNobody() {
    triedBefore.assigned(PARTITION, 100);
    assertThat(triedBefore.by(PARTITION, 100)).isNull();
    assertThat(triedBefore.by(PARTITION, 5_000)).isNull();
  }

  @Test
  void whatStoodThereBeforeTheAssignmentMayHaveBeenTriedUntilThen() {
    triedBefore.assigned(PARTITION, 100);
    now.set(NOW.plusSeconds(60));
    assertThat(triedBefore.by(PARTITION, 99)).isEqualTo(NOW);
  }

  @Test
  void whatComesAgainAfterARollbackMayHaveBeenTriedUntilJustNow() {
    triedBefore.assigned(PARTITION, 100);
    triedBefore.started(PARTITION, 151);
    now.set(NOW.plusSeconds(60));
    assertThat(triedBefore.by(PARTITION, 150)).isEqualTo(NOW.plusSeconds(60));
    assertThat(triedBefore.by(PARTITION, 151)).isNull();
  }

  @Test
  void aLineNeverMovesBackWhileThePartitionStays() {
    triedBefore.assigned(PARTITION, 100);
    triedBefore.started(PARTITION, 10);
    assertThat(triedBefore.by(PARTITION, 99)).isEqualTo(NOW);
  }

  @Test
  void aCopyOfWhatCameByLatelyIsKnown() {
    Work.Identity identity = new Work.Identity(Step.CREATE_MEETING, "a");
    assertThat(triedBefore.by(identity)).isNull();
    triedBefore.worked(identity);
    assertThat(triedBefore.by(identity)).isEqualTo(NOW);
    assertThat(triedBefore.by(new Work.Identity(Step.WITHDRAW_MEETING, "a"))).isNull();
  }

  @Test
  void onlySoManyMeetingsAreRemembered() {
    Work.Identity first = new Work.Identity(Step.CREATE_MEETING, "first");
    triedBefore.worked(first);
    for (int i = 0; i < 50_000; i++) {
      triedBefore.worked(new Work.Identity(Step.CREATE_MEETING, "later" + i));
    }
    assertThat(triedBefore.by(first)).isNull();
  }
}
