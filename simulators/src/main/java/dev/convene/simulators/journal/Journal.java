package dev.convene.simulators.journal;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Notes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/** The last {@value #KEPT} calls, and counts of all since the last reset. */
public final class Journal {
  /** How many calls are kept; older ones are only counted. */
  public static final int KEPT = 200_000;

  private final AtomicReferenceArray<Entry> ring = new AtomicReferenceArray<>(KEPT);
  private final AtomicLong last = new AtomicLong();
  private final Map<Answered, LongAdder> answered = new ConcurrentHashMap<>();
  private final Map<Notes.Effect, LongAdder> effects = new ConcurrentHashMap<>();
  private volatile long resetAt;

  private record Answered(String method, String route, int status) {}

  /** Writes down a call that has been answered. */
  public void add(Call call, Instant at, int status, long tookMicros) {
    Notes notes = call.notes();
    long n = last.incrementAndGet();
    Entry entry =
        new Entry(
            n,
            at,
            call.method(),
            call.path(),
            notes.route(),
            notes.mailbox(),
            notes.caller(),
            status,
            tookMicros,
            notes.fault(),
            notes.effect(),
            notes.id(),
            notes.tag());
    ring.set((int) (n % KEPT), entry);
    count(answered, new Answered(entry.method(), entry.route(), status));
    if (entry.effect() != null) {
      count(effects, entry.effect());
    }
  }

  private static <K> void count(Map<K, LongAdder> counts, K key) {
    LongAdder adder = counts.get(key);
    (adder != null ? adder : counts.computeIfAbsent(key, _ -> new LongAdder())).increment();
  }

  /**
   * What was written down, oldest first.
   *
   * @param after only calls with a greater number
   * @param max at most so many
   */
  public List<Entry> read(Predicate<Entry> which, long after, int max) {
    List<Entry> found = new ArrayList<>();
    long end = last.get();
    for (long n = Math.max(Math.max(after, resetAt), end - KEPT) + 1; n <= end; n++) {
      Entry entry = ring.get((int) (n % KEPT));
      // Another number stands there when the ring has come round, or the writer is not done yet.
      if (entry != null && entry.n() == n && which.test(entry)) {
        found.add(entry);
        if (found.size() == max) {
          break;
        }
      }
    }
    return found;
  }

  /** How many calls there were since the last reset. */
  public long total() {
    return last.get() - resetAt;
  }

  /** Counts by {@code "METHOD route status"}, in that order. */
  public Map<String, Long> byAnswer() {
    Map<String, Long> counts = new TreeMap<>();
    answered.forEach((key, count) ->
        counts.put(key.method() + " " + key.route() + " " + key.status(), count.sum()));
    return counts;
  }

  /** Counts by effect. */
  public Map<Notes.Effect, Long> byEffect() {
    Map<Notes.Effect, Long> counts = new TreeMap<>();
    effects.forEach((effect, count) -> counts.put(effect, count.sum()));
    return counts;
  }

  /** Forgets everything; numbers go on from where they were, so that a reader's mark stays good. */
  public void reset() {
    resetAt = last.get();
    answered.clear();
    effects.clear();
    for (int i = 0; i < KEPT; i++) {
      Entry entry = ring.get(i);
      if (entry != null && entry.n() <= resetAt) {
        ring.compareAndSet(i, entry, null);
      }
    }
  }
}
