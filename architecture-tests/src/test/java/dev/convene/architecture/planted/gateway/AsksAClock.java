package dev.convene.architecture.planted.gateway;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** As it should be. */
record AsksAClock(InstantSource source, Clock clock) {

  boolean same() {
    return source.instant().equals(Instant.now(clock));
  }
}
