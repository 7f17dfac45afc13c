package dev.convene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the consumer that Kafka's clients bring for tests. */
class PartitionLinesTest {

  private static final TopicPartition PARTITION = new TopicPartition("scheduling.commands", 3);
  private static final String BINDING = "steps-in-0";

  private final TriedBefore triedBefore = new TriedBefore();
  private final PartitionLines lines = new PartitionLines(triedBefore, List.of());
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

  @BeforeEach
  void aPartitionOfFortyRecords() {
    consumer.assign(List.of(PARTITION));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 40L));
  }

  @Test
  void whatALostOwnerLeftMayHaveBeenTried() {
    committed(10, "");

    assigned();

    assertThat(triedBefore.mayHaveBeen(PARTITION, 39)).isTrue();
    assertThat(triedBefore.mayHaveBeen(PARTITION, 40)).isFalse();
  }

  @Test
  void beyondWhatWasHandedOverInGoodOrderNothingWasTried() {
    committed(10, PartitionLines.FINISHED);

    assigned();

    assertThat(triedBefore.mayHaveBeen(PARTITION, 9)).isTrue();
    assertThat(triedBefore.mayHaveBeen(PARTITION, 10)).isFalse();
  }

  @Test
  void whoTakesOverWipesTheMarkOutBeforeItBegins() {
    committed(10, PartitionLines.FINISHED);

    assigned();

    assertThat(committed()).isEqualTo(new OffsetAndMetadata(10));
  }

  @Test
  void whereTheMarkCannotBeWipedOutItDoesNotCount() {
    var stubborn =
        new MockConsumer<byte[], byte[]>("earliest") {
          @Override
          public synchronized void commitSync(
              Map<TopicPartition, OffsetAndMetadata> offsets, java.time.Duration timeout) {
            throw new KafkaException("no");
          }
        };
    stubborn.assign(List.of(PARTITION));
    stubborn.updateEndOffsets(Map.of(PARTITION, 40L));
    stubborn.commitSync(Map.of(PARTITION, new OffsetAndMetadata(10, PartitionLines.FINISHED)));

    lines.onPartitionsAssigned(BINDING, stubborn, List.of(PARTITION), true);

    assertThat(triedBefore.mayHaveBeen(PARTITION, 39)).isTrue();
  }

  @Test
  void whoGivesAPartitionUpSaysThatAllItTookIsFinished() {
    committed(10, PartitionLines.FINISHED);
    assigned();
    batchOf(10, 11);
    triedBefore.started(PARTITION, 12);

    revoked();

    assertThat(committed()).isEqualTo(new OffsetAndMetadata(12, PartitionLines.FINISHED));
  }

  @Test
  void aBatchThatWasRolledBackIsNotFinished() {
    committed(10, PartitionLines.FINISHED);
    assigned();
    batchOf(10, 11);
    triedBefore.started(PARTITION, 12);
    consumer.seek(PARTITION, 10);

    revoked();

    assertThat(committed()).isEqualTo(new OffsetAndMetadata(10));
  }

  @Test
  void whatALostOwnerLeftIsHandedOnAsUnfinished() {
    committed(10, "");
    assigned();
    batchOf(10, 11);
    triedBefore.started(PARTITION, 12);

    revoked();

    assertThat(committed()).isEqualTo(new OffsetAndMetadata(10));
  }

  private void committed(long offset, String metadata) {
    consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(offset, metadata)));
  }

  private OffsetAndMetadata committed() {
    return consumer.committed(Set.of(PARTITION)).get(PARTITION);
  }

  private void assigned() {
    lines.onPartitionsAssigned(BINDING, consumer, List.of(PARTITION), true);
  }

  private void revoked() {
    lines.onPartitionsRevokedAfterCommit(BINDING, consumer, List.of(PARTITION));
  }

  private void batchOf(long first, long last) {
    byte[] nothing = "".getBytes(StandardCharsets.UTF_8);
    for (long offset = first; offset <= last; offset++) {
      consumer.addRecord(
          new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, nothing, nothing));
    }
    consumer.poll(java.time.Duration.ZERO);
  }
}
