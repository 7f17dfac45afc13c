package dev.convene.gateway.accepting;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Writes together what comes together. Something that comes while nothing is being written is
 * written at once; what comes while writes are under way is written together by the next one. So
 * nobody waits for company, and the busier it gets, the cheaper each becomes.
 *
 * @param <T> what is written
 * @param <R> what each of it comes to
 */
final class GroupCommit<T, R> {

  private final Function<List<T>, Mono<List<R>>> write;
  private final int mostTogether;
  private final int mostUnderWay;
  private final int mostWaiting;

  private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();

  /** Somebody who waits; who has gone meanwhile was told that nothing is promised. */
  private record Waiting<T, R>(T item, MonoSink<R> sink, AtomicBoolean gone) {}

  /**
   * @param write writes all or nothing, and answers in the same order
   */
  GroupCommit(
      Function<List<T>, Mono<List<R>>> write, int mostTogether, int mostUnderWay, int mostWaiting) {
    this.write = write;
    this.mostTogether = mostTogether;
    this.mostUnderWay = mostUnderWay;
    this.mostWaiting = mostWaiting;
  }

  /** Too many are waiting already. */
  static final class Full extends RuntimeException {
    private Full() {
      super("too many requests are waiting for the database", null, false, false);
    }
  }

  /** Fails as the write that it was part of fails, or with {@link Full}. */
  Mono<R> submit(T item) {
    return Mono.create(sink -> {
      if (waiting.incrementAndGet() > mostWaiting) {
        waiting.decrementAndGet();
        sink.error(new Full());
        return;
      }
      AtomicBoolean gone = new AtomicBoolean();
      sink.onCancel(() -> gone.set(true));
      queue.add(new Waiting<>(item, sink, gone));
      drain();
    });
  }

  int waiting() {
    return waiting.get();
  }

  private void drain() {
    while (!queue.isEmpty()) {
      int writes = underWay.get();
      if (writes >= mostUnderWay) {
        return;
      }
      if (underWay.compareAndSet(writes, writes + 1)) {
        List<Waiting<T, R>> group = take();
        if (group.isEmpty()) {
          underWay.decrementAndGet();
        } else {
          write(group);
        }
      }
    }
  }

  private List<Waiting<T, R>> take() {
    List<Waiting<T, R>> group = new ArrayList<>();
    while (group.size() < mostTogether) {
      Waiting<T, R> next = queue.poll();
      if (next == null) {
        break;
      }
      waiting.decrementAndGet();
      if (!next.gone().get()) {
        group.add(next);
      }
    }
    return group;
  }

  private void write(List<Waiting<T, R>> group) {
    Mono.defer(() -> write.apply(group.stream().map(Waiting::item).toList()))
        .doFinally(_ -> {
          underWay.decrementAndGet();
          drain();
        })
        .subscribe(
            results -> {
              for (int i = 0; i < group.size(); i++) {
                group.get(i).sink().success(results.get(i));
              }
            },
            error -> group.forEach(each -> each.sink().error(error)));
  }
}
