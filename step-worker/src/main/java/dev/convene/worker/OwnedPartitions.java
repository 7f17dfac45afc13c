package dev.convene.worker;

import java.util.Collection;
import org.apache.kafka.common.TopicPartition;

/** Is told which partitions come to this process, before their records do, and which leave it. */
public interface OwnedPartitions {

  /** These are worked on here from now on; others may have worked on them until now. */
  void gained(Collection<TopicPartition> partitions);

  /** These are another's from now on. */
  void lost(Collection<TopicPartition> partitions);
}
