package dev.convene.webex.quota;

import dev.convene.worker.OwnedPartitions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the quota's ledger up to date with what other processes have created: before the first
 * creation for a host whose partition came to this one, and now and then for hosts whose partition
 * is another's, since parked creations run anywhere. For all others it costs a look into a map.
 */
final class CreationHistory implements OwnedPartitions {

  private static final Logger log = LoggerFactory.getLogger(CreationHistory.class);

  /** How long what is known of another's partition counts as fresh. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final CreationQuota quota;
  private final PastCreations past;
  private final String commands;
  private final InstantSource clock;
  private final Map<Integer, Partition> partitions = new ConcurrentHashMap<>();

  CreationHistory(CreationQuota quota, PastCreations past, String commands, InstantSource clock) {
    this.quota = quota;
    this.past = past;
    this.commands = commands;
    this.clock = clock;
  }

  /** What the topics say about the past. */
  interface PastCreations {

    /** The partition that all about this host is in. */
    int partitionOf(String host);

    /**
     * Tells the quota of the creations in that partition, as far back as they count or can be read
     * in a moment.
     *
     * @throws RuntimeException when they cannot be read
     */
    void teach(int partition, CreationQuota quota);
  }

  private static final class Partition {
    private boolean owned;
    private Instant readAt = Instant.MIN;
  }

  /** Before a creation: makes sure that the ledger knows of what others have created for it. */
  void learnAbout(String host) {
    if (!quota.isLimited()) {
      return;
    }
    try {
      int number = past.partitionOf(host);
      Partition partition = partitions.computeIfAbsent(number, _ -> new Partition());
      synchronized (partition) {
        if (!isKnown(partition)) {
          // Also where it fails: it is not tried again for each single meeting.
          partition.readAt = clock.instant();
          past.teach(number, quota);
        }
      }
    } catch (RuntimeException e) {
      log.warn(
          "What was created lately cannot be read; Webex's refusals will tell: {}", e.toString());
    }
  }

  private boolean isKnown(Partition partition) {
    return partition.owned
        ? partition.readAt.isAfter(Instant.MIN)
        : clock.instant().minus(FRESH).isBefore(partition.readAt);
  }

  @Override
  public void gained(Collection<TopicPartition> gained) {
    own(gained, true);
  }

  @Override
  public void lost(Collection<TopicPartition> lost) {
    own(lost, false);
  }

  private void own(Collection<TopicPartition> moved, boolean owned) {
    for (TopicPartition each : moved) {
      if (each.topic().equals(commands)) {
        Partition partition = partitions.computeIfAbsent(each.partition(), _ -> new Partition());
        synchronized (partition) {
          partition.owned = owned;
          partition.readAt = Instant.MIN;
        }
      }
    }
  }
}
