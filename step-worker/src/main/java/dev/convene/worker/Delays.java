package dev.convene.worker;

import dev.convene.contracts.StepDelayed;
import java.time.Instant;

/** Says that a step waits. */
final class Delays {

  private Delays() {}

  static StepDelayed of(Work<?> work, Verdict.Waiting waiting, Instant now) {
    return new StepDelayed(
        work.message().meetingId(),
        work.message().host(),
        waiting.reason(),
        waiting.nextAttemptAt(),
        waiting.next().waitingAt(now));
  }
}
