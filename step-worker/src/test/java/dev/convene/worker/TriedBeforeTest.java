package dev.convene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Step;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TriedBeforeTest {

  private static final TopicPartition PARTITION = new TopicPartition("scheduling.commands", 3);

  private final TriedBefore triedBefore = new TriedBefore();

  @Test
  void whatCameAfterTheAssignmentWasTriedByNobody() {
    triedBefore.assigned(PARTITION, 100);
    assertThat(triedBefore.mayHaveBeen(PARTITION, 100)).isFalse();
    assertThat(triedBefore.mayHaveBeen(PARTITION, 5_000)).isFalse();
  }

  @Test
  void whatStoodThereBeforeTheAssignmentMayHaveBeenTried() {
    triedBefore.assigned(PARTITION, 100);
    assertThat(triedBefore.mayHaveBeen(PARTITION, 99)).isTrue();
  }

  @Test
  void whatComesAgainAfterARollbackMayHaveBeenTried() {
    triedBefore.assigned(PARTITION, 100);
    triedBefore.started(PARTITION, 151);
    assertThat(triedBefore.mayHaveBeen(PARTITION, 150)).isTrue();
    assertThat(triedBefore.mayHaveBeen(PARTITION, 151)).isFalse();
  }

  @Test
  void whereNoLineWasDrawnNothingIsRuledOut() {
    triedBefore.started(PARTITION, 10);
    assertThat(triedBefore.mayHaveBeen(PARTITION, 5_000)).isTrue();
  }

  @Test
  void aLineNeverMovesBackWhileThePartitionStays() {
    triedBefore.assigned(PARTITION, 100);
    triedBefore.started(PARTITION, 10);
    assertThat(triedBefore.mayHaveBeen(PARTITION, 99)).isTrue();
  }

  @Test
  void aCopyOfWhatCameByLatelyIsKnown() {
    Work.Identity identity = new Work.Identity(Step.CREATE_MEETING, "a");
    assertThat(triedBefore.cameBy(identity)).isFalse();
    assertThat(triedBefore.cameBy(identity)).isTrue();
    assertThat(triedBefore.cameBy(new Work.Identity(Step.WITHDRAW_MEETING, "a"))).isFalse();
  }

  @Test
  void onlySoManyMeetingsAreRemembered() {
    Work.Identity first = new Work.Identity(Step.CREATE_MEETING, "first");
    triedBefore.cameBy(first);
    for (int i = 0; i < 50_000; i++) {
      triedBefore.cameBy(new Work.Identity(Step.CREATE_MEETING, "later" + i));
    }
    assertThat(triedBefore.cameBy(first)).isFalse();
  }
}
