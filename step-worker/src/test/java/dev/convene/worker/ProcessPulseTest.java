package dev.convene.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessPulseTest {

  @Test
  void aLeaseIsHeldWhileTheProcessRuns() {
    try (ProcessPulse pulse = new ProcessPulse(Duration.ofSeconds(10))) {
      Lease lease = pulse.lease();
      assertThat(lease.held()).isTrue();
      lease.requireHeld();
    }
  }

  @Test
  void aPulseThatBeatsTooLateMeansThatTheProcessWasPaused() {
    // No pulse beats every nanosecond: to this one the process is always just back from a pause.
    try (ProcessPulse pulse = new ProcessPulse(Duration.ofNanos(1))) {
      Lease lease = pulse.lease();
      assertThat(lease.held()).isFalse();
      assertThatThrownBy(lease::requireHeld).isInstanceOf(Lease.Lost.class);
    }
  }
}
