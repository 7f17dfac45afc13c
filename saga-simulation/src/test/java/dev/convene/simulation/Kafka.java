package dev.convene.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Topics as a consumer sees them that reads what is committed: a transaction's records appear at
 * once with its end, which takes an offset of its own.
 */
final class Kafka {

  static final int PARTITIONS = 2;

  @SuppressWarnings("ArrayRecordComponent") // never compared; bytes are what Kafka holds
  record Rec(
      TopicPartition partition,
      long offset,
      Instant arrived,
      byte[] key,
      Map<String, byte[]> headers,
      byte[] value) {

    String type() {
      return new String(headers.get("ce_type"), UTF_8);
    }

    String subject() {
      return new String(headers.get("ce_subject"), UTF_8);
    }

    boolean resent() {
      return headers.containsKey("ce_resent");
    }
  }

  /** A record that is not yet anywhere. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Draft(String topic, byte[] key, Map<String, byte[]> headers, byte[] value) {}

  private final Map<TopicPartition, List<@Nullable Rec>> logs = new LinkedHashMap<>();
  private final List<Runnable> readers = new ArrayList<>();
  private final InstantSource clock;
  private boolean away;

  Kafka(InstantSource clock) {
    this.clock = clock;
  }

  void away(boolean now) {
    away = now;
    readers.forEach(Runnable::run);
  }

  /** Called when there is something new. */
  void onNews(Runnable reader) {
    readers.add(reader);
  }

  /** Fails where this process does not reach the broker. */
  void reachedBy(Node node) {
    if (away || node.isCutOff()) {
      throw new Away("Kafka cannot be reached");
    }
  }

  /** One transaction. */
  void append(List<Draft> drafts) {
    List<TopicPartition> touched = new ArrayList<>();
    for (Draft draft : drafts) {
      TopicPartition partition = partition(draft);
      List<@Nullable Rec> log = log(partition);
      log.add(
          new Rec(
              partition, log.size(), clock.instant(), draft.key(), draft.headers(), draft.value()));
      if (!touched.contains(partition)) {
        touched.add(partition);
      }
    }
    touched.forEach(partition -> log(partition).add(null));
    if (!drafts.isEmpty()) {
      readers.forEach(Runnable::run);
    }
  }

  private static TopicPartition partition(Draft draft) {
    int hash = new String(draft.key(), UTF_8).hashCode();
    return new TopicPartition(draft.topic(), Math.floorMod(hash, PARTITIONS));
  }

  List<@Nullable Rec> log(TopicPartition partition) {
    return logs.computeIfAbsent(partition, _ -> new ArrayList<>());
  }

  /** All records ever written, in the order of topics. */
  List<Rec> all() {
    List<Rec> all = new ArrayList<>();
    for (List<@Nullable Rec> log : logs.values()) {
      for (Rec each : log) {
        if (each != null) {
          all.add(each);
        }
      }
    }
    return all;
  }
}
