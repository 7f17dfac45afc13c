package dev.convene.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A consumer group with cooperative rebalancing. Who lives gives a partition up between two polls;
 * who has not been heard of for the session's time loses all, and learns of it when it polls or
 * commits.
 */
final class Group {

  private static final long SESSION = World.micros(45_000);

  private final World world;
  private final Kafka kafka;
  private boolean deaf;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final Map<TopicPartition, Long> committed = new LinkedHashMap<>();
  private final Map<TopicPartition, Member> owners = new LinkedHashMap<>();
  private final Map<TopicPartition, Member> targets = new LinkedHashMap<>();
  private final List<Member> members = new ArrayList<>();

  Group(World world, Kafka kafka, List<String> topics) {
    this.world = world;
    this.kafka = kafka;
    for (String topic : topics) {
      for (int i = 0; i < Kafka.PARTITIONS; i++) {
        partitions.add(new TopicPartition(topic, i));
      }
    }
    kafka.onNews(this::wakeAll);
    world.onSilence(() -> world.after(SESSION + 1, this::expire));
  }

  /** A consumer in a process. */
  final class Member {
    private final Node node;
    private final BiConsumer<TopicPartition, Long> assigned;
    private final Signal news = new Signal();
    private final Map<TopicPartition, Long> positions = new LinkedHashMap<>();
    private boolean expired;

    private Member(Node node, BiConsumer<TopicPartition, Long> assigned) {
      this.node = node;
      this.assigned = assigned;
    }

    /** Returns when there is something to read. */
    List<Kafka.Rec> pollPatiently() {
      while (true) {
        try {
          List<Kafka.Rec> records = poll();
          if (!records.isEmpty()) {
            return records;
          }
          world.await(news, Long.MAX_VALUE);
        } catch (Away _) {
          world.sleep(World.micros(world.random().nextInt(500, 5000)));
        }
      }
    }

    /** What is there to be read, as much as it pleases; joins again where that is needed. */
    private List<Kafka.Rec> poll() {
      kafka.reachedBy(node);
      if (deaf) {
        throw new Away("nothing is heard");
      }
      if (expired) {
        expired = false;
        positions.clear();
        members.add(this);
        world.note(node, () -> "has lost its partitions, and joins again");
        rebalance(false);
      }
      exchange();
      List<Kafka.Rec> records = new ArrayList<>();
      int most = 1 + world.random().nextInt(8);
      for (TopicPartition partition : List.copyOf(positions.keySet())) {
        List<Kafka.@Nullable Rec> log = kafka.log(partition);
        long position = positions.get(partition);
        while (position < log.size() && records.size() < most) {
          Kafka.Rec next = log.get((int) position++);
          if (next != null) {
            records.add(next);
          }
        }
        positions.put(partition, position);
      }
      return records;
    }

    private void exchange() {
      boolean released = false;
      for (TopicPartition partition : partitions) {
        if (owners.get(partition) == this && targets.get(partition) != this) {
          owners.remove(partition);
          positions.remove(partition);
          released = true;
        }
      }
      for (TopicPartition partition : partitions) {
        if (!owners.containsKey(partition) && targets.get(partition) == this) {
          owners.put(partition, this);
          long position = committed.getOrDefault(partition, 0L);
          positions.put(partition, position);
          world.note(node, () -> "is assigned " + partition + " from offset " + position);
          assigned.accept(partition, position);
        }
      }
      if (released) {
        wakeAll();
      }
    }

    /**
     * Publishes and commits in one transaction.
     *
     * @throws Away when the broker is, or has given the partitions to others; nothing was done
     */
    void commit(List<Kafka.Draft> drafts) {
      commitOffsets();
      kafka.append(drafts);
    }

    void commitOffsets() {
      kafka.reachedBy(node);
      if (expired) {
        throw new Away("the producer is fenced");
      }
      committed.putAll(positions);
    }

    /** Reads again from what was committed. */
    void rollBack() {
      positions.replaceAll((partition, _) -> committed.getOrDefault(partition, 0L));
    }
  }

  Member join(Node node, BiConsumer<TopicPartition, Long> assigned) {
    Member member = new Member(node, assigned);
    members.add(member);
    rebalance(false);
    return member;
  }

  void deaf(boolean now) {
    deaf = now;
  }

  long end(TopicPartition partition) {
    return kafka.log(partition).size();
  }

  private void expire() {
    long now = world.micros();
    List<Member> silent =
        members.stream().filter(member -> member.node.unheardSince() <= now - SESSION).toList();
    for (Member member : silent) {
      world.note("kafka", () -> member.node + " has not been heard of for 45 s");
      member.expired = true;
      members.remove(member);
      owners.values().removeIf(owner -> owner == member);
      member.news.fire(world);
    }
    if (!silent.isEmpty()) {
      rebalance(false);
    }
  }

  /** Sets offsets back, as an operator may, and has partitions change hands. */
  void rewind() {
    committed.replaceAll((_, offset) -> (long) world.random().nextInt((int) (offset + 1)));
    rebalance(true);
  }

  void rebalance(boolean shuffled) {
    if (members.isEmpty()) {
      targets.clear();
      return;
    }
    int most = (partitions.size() + members.size() - 1) / members.size();
    Map<Member, Integer> load = new LinkedHashMap<>();
    members.forEach(member -> load.put(member, 0));
    Map<TopicPartition, Member> before = Map.copyOf(targets);
    targets.clear();
    for (TopicPartition partition : partitions) {
      Member known = before.get(partition);
      if (!shuffled && known != null && load.containsKey(known) && load.get(known) < most) {
        assign(partition, known, load);
      }
    }
    for (TopicPartition partition : partitions) {
      if (!targets.containsKey(partition)) {
        List<Member> able = members.stream().filter(member -> load.get(member) < most).toList();
        assign(partition, able.get(world.random().nextInt(able.size())), load);
      }
    }
    wakeAll();
  }

  private void assign(TopicPartition partition, Member member, Map<Member, Integer> load) {
    targets.put(partition, member);
    load.merge(member, 1, Integer::sum);
  }

  private void wakeAll() {
    members.forEach(member -> member.news.fire(world));
  }
}
