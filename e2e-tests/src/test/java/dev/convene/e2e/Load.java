package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Meetings of several hosts, asked for one after the other; each has to be accepted. */
final class Load {

  private final Convene convene;
  private final List<String> hosts;
  private final List<String> accepted = new CopyOnWriteArrayList<>();

  Load(Convene convene, int hosts) {
    this.convene = convene;
    this.hosts = IntStream.range(0, hosts).mapToObj(_ -> convene.newMailbox("host")).toList();
  }

  List<String> hosts() {
    return hosts;
  }

  /** The ids of those that were accepted so far. */
  List<String> accepted() {
    return accepted;
  }

  void one() {
    String host = hosts.get(accepted.size() % hosts.size());
    accepted.add(
        convene.gateway().schedule(aMeetingRequest().hostedBy(host).inviting("guest-of-" + host)));
  }

  /** Keeps that pace for that long. */
  void steadily(int perSecond, Duration duration) throws Exception {
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      ScheduledFuture<?> pace =
          clock.scheduleAtFixedRate(this::one, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
      try {
        pace.get(duration.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        pace.cancel(false);
      } catch (ExecutionException e) {
        throw new AssertionError("a request was not accepted", e.getCause());
      }
    }
  }

  CompletableFuture<Void> inBackground(int perSecond, Duration duration) {
    return CompletableFuture.runAsync(() -> {
      try {
        steadily(perSecond, duration);
      } catch (Exception e) {
        throw new CompletionException(e);
      }
    });
  }
}
