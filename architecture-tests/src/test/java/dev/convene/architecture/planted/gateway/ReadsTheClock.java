package dev.convene.architecture.planted.gateway;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

class ReadsTheClock {

  long milliseconds() {
    return System.currentTimeMillis();
  }

  Instant now() {
    return Instant.now();
  }

  LocalDate today(ZoneId zone) {
    return LocalDate.now(zone);
  }

  InstantSource source() {
    return InstantSource.system();
  }

  Clock clock() {
    return Clock.systemUTC();
  }
}
