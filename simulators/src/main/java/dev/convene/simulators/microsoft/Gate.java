package dev.convene.simulators.microsoft;

import dev.convene.simulators.microsoft.calendar.Audit;
import dev.convene.simulators.microsoft.odata.GraphError;
import dev.convene.simulators.microsoft.settings.Switches;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Outlook's limits for one application and one mailbox: at once, in ten minutes, and in bytes. */
final class Gate {
  private final Switches switches;
  private final InstantSource clock;
  private final Audit audit;
  private final Map<Key, Lane> lanes = new ConcurrentHashMap<>();

  record Key(String appId, String mailbox) {}

  private static final class Lane {
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Window requests = new Window();
    private final Window upload = new Window();
  }

  Gate(Switches switches, InstantSource clock, Audit audit) {
    this.switches = switches;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Lets a call in, or says why not. Who was let in leaves by {@link #leave}.
   *
   * @param uploaded the body's length in bytes, 0 for a call that only reads
   */
  @Nullable GraphError enter(Key key, int uploaded) {
    Lane lane = lanes.computeIfAbsent(key, _ -> new Lane());
    int most = switches.mailboxConcurrency().get();
    if (lane.inFlight.incrementAndGet() > most && most > 0) {
      lane.inFlight.decrementAndGet();
      audit.overConcurrency();
      return throttled(
          "ApplicationThrottled",
          "Application is over its MailboxConcurrency limit.",
          switches.retryAfter().get());
    }
    Instant now = clock.instant();
    Duration wait =
        lane.requests.take(
            1, switches.requestsPerWindow().get(), switches.requestWindow().get(), now);
    if (wait.isZero() && uploaded > 0) {
      wait =
          lane.upload.take(
              uploaded, switches.uploadBytesPerWindow().get(), switches.uploadWindow().get(), now);
    }
    if (wait.isZero()) {
      return null;
    }
    lane.inFlight.decrementAndGet();
    return throttled("TooManyRequests", "Too many requests.", wait);
  }

  void leave(Key key) {
    Lane lane = lanes.get(key);
    if (lane != null) {
      lane.inFlight.decrementAndGet();
    }
  }

  void reset() {
    // Calls may be in flight, so the lanes stay; only what they counted goes.
    lanes
        .values()
        .forEach(lane -> {
          lane.requests.reset();
          lane.upload.reset();
        });
  }

  static GraphError throttled(String code, String message, Duration wait) {
    long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
    return new GraphError(429, code, message).withHeader("Retry-After", Long.toString(seconds));
  }
}
