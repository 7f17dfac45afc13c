package dev.convene.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

class MembershipTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // it may turn over
  private final Membership membership = new Membership(Duration.ofSeconds(5), nanos::get);
  private final Group group = new Group();

  /** A consumer whose group takes its commits, or does not know it any more. */
  private static final class Group extends MockConsumer<byte[], byte[]> {
    private final List<Map<TopicPartition, OffsetAndMetadata>> commits = new ArrayList<>();
    private boolean knowsUs = true;

    Group() {
      super("earliest");
    }

    @Override
    public synchronized void commitSync(
        Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
      if (!knowsUs) {
        throw new CommitFailedException("taken for dead");
      }
      commits.add(offsets);
    }
  }

  @AfterEach
  void close() {
    group.close();
  }

  @Test
  void aFirstBatchIsBegunWithKafkasWordAndTheNextWithTheSame() {
    membership.require(batch(7, 8, 9));
    membership.require(batch(10));
    assertThat(group.commits)
        .as("where the batch begins, so that nothing is skipped")
        .containsExactly(Map.of(new TopicPartition("t", 0), new OffsetAndMetadata(7)));
  }

  @Test
  void afterAPauseWhatWasFetchedBeforeIsNotBegunWhereAnotherHasTakenOver() {
    membership.require(batch(7));
    group.knowsUs = false;
    nanos.addAndGet(Duration.ofSeconds(20).toNanos());

    refused(batch(8));
    refused(batch(8));
  }

  @Test
  void afterAPauseThatNobodyNoticedItGoesOn() {
    membership.require(batch(7));
    nanos.addAndGet(Duration.ofSeconds(20).toNanos());
    membership.require(batch(8));
    assertThat(group.commits).hasSize(2);
  }

  @Test
  void aBatchThatFailedLeavesDoubts() {
    membership.require(batch(7));
    membership.doubt();
    group.knowsUs = false;
    refused(batch(7));
  }

  private void refused(Message<List<byte[]>> batch) {
    assertThatThrownBy(() -> membership.require(batch)).isInstanceOf(CommitFailedException.class);
  }

  private Message<List<byte[]>> batch(long... offsets) {
    int size = offsets.length;
    return MessageBuilder.withPayload(Collections.nCopies(size, new byte[0]))
        .setHeader(KafkaHeaders.RECEIVED_TOPIC, Collections.nCopies(size, "t"))
        .setHeader(KafkaHeaders.RECEIVED_PARTITION, Collections.nCopies(size, 0))
        .setHeader(KafkaHeaders.OFFSET, Arrays.stream(offsets).boxed().toList())
        .setHeader(KafkaHeaders.RECEIVED_KEY, Collections.nCopies(size, new byte[0]))
        .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, Collections.nCopies(size, Map.of()))
        .setHeader(KafkaHeaders.CONSUMER, group)
        .build();
  }
}
