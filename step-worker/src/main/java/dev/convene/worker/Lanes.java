package dev.convene.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Runs a batch concurrently on virtual threads: meetings side by side, the records of one meeting
 * one after the other, and of one mailbox only so many meetings at once.
 */
final class Lanes implements AutoCloseable {

  private final int mailboxConcurrency;
  private final ExecutorService threads;

  /** On virtual threads. */
  Lanes(int mailboxConcurrency) {
    this(
        mailboxConcurrency,
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("step-", 0).factory()));
  }

  Lanes(int mailboxConcurrency, ExecutorService threads) {
    this.mailboxConcurrency = mailboxConcurrency;
    this.threads = threads;
  }

  /**
   * Runs everything, and returns when all of it has ended.
   *
   * @param <T> a piece of work, whose results come back in the order of the work
   * @throws RuntimeException the first one that {@code run} threw, once all has ended
   */
  <T, R> List<R> run(
      List<T> work, Function<T, String> mailbox, Function<T, Object> meeting, Function<T, R> run) {
    Map<String, Map<Object, List<Integer>>> byMailbox = new LinkedHashMap<>();
    for (int i = 0; i < work.size(); i++) {
      byMailbox
          .computeIfAbsent(mailbox.apply(work.get(i)), _ -> new LinkedHashMap<>())
          .computeIfAbsent(meeting.apply(work.get(i)), _ -> new ArrayList<>(1))
          .add(i);
    }
    List<R> results = new ArrayList<>(java.util.Collections.nCopies(work.size(), null));
    List<Future<?>> lanes = new ArrayList<>(work.size());
    for (Map<Object, List<Integer>> meetings : byMailbox.values()) {
      Queue<List<Integer>> queue = new ConcurrentLinkedQueue<>(meetings.values());
      for (int lane = 0; lane < Math.min(mailboxConcurrency, meetings.size()); lane++) {
        lanes.add(
            threads.submit(() -> {
              for (List<Integer> next = queue.poll(); next != null; next = queue.poll()) {
                for (int i : next) {
                  results.set(i, run.apply(work.get(i)));
                }
              }
            }));
      }
    }
    awaitAll(lanes);
    return results;
  }

  private static void awaitAll(List<Future<?>> lanes) {
    RuntimeException failure = null;
    for (Future<?> lane : lanes) {
      try {
        lane.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        failure = failure == null ? (RuntimeException) e.getCause() : failure;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a batch ran", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
