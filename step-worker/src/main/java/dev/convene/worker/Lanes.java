package dev.convene.worker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
   * Runs everything, and returns when all of it has ended or was left behind.
   *
   * @param <T> a piece of work, whose results come back in the order of the work
   * @throws RuntimeException the first one that {@code run} threw, once all has ended
   */
  <T, R> List<R> run(
      List<T> work,
      Function<T, String> mailbox,
      Function<T, Object> meeting,
      Function<T, R> run,
      Stragglers<T, R> stragglers) {
    Map<String, Map<Object, List<Integer>>> byMailbox = new LinkedHashMap<>();
    for (int i = 0; i < work.size(); i++) {
      byMailbox
          .computeIfAbsent(mailbox.apply(work.get(i)), _ -> new LinkedHashMap<>())
          .computeIfAbsent(meeting.apply(work.get(i)), _ -> new ArrayList<>(1))
          .add(i);
    }
    Running<T, R> running = new Running<>(work, run, stragglers);
    byMailbox.forEach((name, meetings) -> {
      Queue<List<Integer>> queue = new ConcurrentLinkedQueue<>(meetings.values());
      for (int lane = 0; lane < Math.min(mailboxConcurrency, meetings.size()); lane++) {
        running.lanes.add(new Lane(name, threads.submit(() -> running.drain(queue))));
      }
    });
    running.await(name -> byMailbox.getOrDefault(name, Map.of()).values());
    return running.results();
  }

  private record Lane(String mailbox, Future<?> future) {}

  /** One batch that runs. A result stands where its work stood; none is ever replaced. */
  private static final class Running<T, R> {

    private static final Object BEGUN = new Object();

    private final List<T> work;
    private final Function<T, R> run;
    private final Stragglers<T, R> stragglers;
    private final AtomicReferenceArray<@Nullable Object> results;
    private final List<Lane> lanes;

    Running(List<T> work, Function<T, R> run, Stragglers<T, R> stragglers) {
      this.work = work;
      this.run = run;
      this.stragglers = stragglers;
      this.results = new AtomicReferenceArray<>(work.size());
      this.lanes = new ArrayList<>(work.size());
    }

    void drain(Queue<List<Integer>> queue) {
      for (List<Integer> next = queue.poll(); next != null; next = queue.poll()) {
        for (int i : next) {
          if (results.compareAndSet(i, null, BEGUN)) {
            results.compareAndSet(i, BEGUN, run.apply(work.get(i)));
          }
        }
      }
    }

    void await(Function<String, Iterable<List<Integer>>> workOf) {
      RuntimeException failure = null;
      Set<String> behind = new HashSet<>();
      for (Lane lane : lanes) {
        try {
          while (!behind.contains(lane.mailbox()) && !endsSoon(lane)) {
            for (String mailbox : stragglers.among(unfinished(behind))) {
              behind.add(mailbox);
              workOf.apply(mailbox).forEach(meeting -> meeting.forEach(this::leave));
            }
          }
        } catch (ExecutionException e) {
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          failure = failure == null ? (RuntimeException) e.getCause() : failure;
        }
      }
      if (failure != null) {
        throw failure;
      }
    }

    private Set<String> unfinished(Set<String> behind) {
      return lanes.stream()
          .filter(lane -> !lane.future().isDone())
          .map(Lane::mailbox)
          .filter(mailbox -> !behind.contains(mailbox))
          .collect(Collectors.toSet());
    }

    private boolean endsSoon(Lane lane) throws ExecutionException {
      try {
        lane.future().get(stragglers.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException _) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a batch ran", e);
      }
    }

    private void leave(int i) {
      R waiting = stragglers.left(work.get(i), false);
      if (!results.compareAndSet(i, null, waiting)) {
        results.compareAndSet(i, BEGUN, stragglers.left(work.get(i), true));
      }
    }

    @SuppressWarnings("unchecked") // every cell has its result by now
    List<R> results() {
      List<R> all = new ArrayList<>(work.size());
      for (int i = 0; i < work.size(); i++) {
        all.add((R) results.get(i));
      }
      return all;
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
