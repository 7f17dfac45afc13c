package dev.convene.auth.servers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The system's clock, moved as far as a test wants. */
public final class MovedClock implements InstantSource {

  private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(moved.get());
  }

  public void move(Duration further) {
    moved.updateAndGet(until -> until.plus(further));
  }
}
