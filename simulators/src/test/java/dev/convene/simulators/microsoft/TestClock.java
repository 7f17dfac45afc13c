package dev.convene.simulators.microsoft;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is told to go on. */
public final class TestClock implements InstantSource {
  private volatile Instant now = Instant.parse("2027-01-04T08:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void goOn(Duration time) {
    now = now.plus(time);
  }
}
