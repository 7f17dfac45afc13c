package dev.convene.worker;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Reason;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a step: a few tries close together, then a decision on when to try again. Neither knows nor
 * cares whether the work comes from a batch or was parked.
 */
final class StepRunner {

  private static final Logger log = LoggerFactory.getLogger(StepRunner.class);
  private static final double JITTER = 0.5;

  private final InstantSource clock;
  private final BooleanSupplier ending;
  private final Duration longestWait;
  private final Retry retry;
  private final IntervalFunction parkedBackOff;

  StepRunner(WorkerProperties properties, InstantSource clock) {
    this(properties, clock, () -> false);
  }

  /**
   * @param ending whether nothing may be begun any more
   */
  StepRunner(WorkerProperties properties, InstantSource clock, BooleanSupplier ending) {
    this.clock = clock;
    this.ending = ending;
    this.longestWait = properties.longestWait();
    IntervalFunction backOff =
        IntervalFunction.ofExponentialRandomBackoff(
            properties.firstWait(), 2, JITTER, properties.longestWait());
    this.retry =
        Retry.of(
            "step",
            RetryConfig.<Outcome>custom()
                .maxAttempts(properties.attempts())
                .retryOnResult(this::worthWaitingFor)
                .retryOnException(e -> false)
                .intervalBiFunction((tries, result) -> waitMillis(backOff.apply(tries), result))
                .build());
    this.parkedBackOff =
        IntervalFunction.ofExponentialRandomBackoff(
            properties.parking().firstWait(), 2, JITTER, properties.parking().longestWait());
  }

  /** Tries until it ends, or until waiting would take too long here. */
  <M extends MeetingMessage> Verdict run(Work<M> work, Attempt first) {
    if (ending.getAsBoolean()) {
      return notStarted(first);
    }
    AtomicReference<Attempt> attempt = new AtomicReference<>(first);
    Outcome outcome =
        retry.executeSupplier(() -> {
          Outcome result = tryOnce(work, attempt.get());
          if (result instanceof Postponed postponed) {
            attempt.updateAndGet(tried -> tried.after(postponed, clock.instant()));
          }
          return result;
        });
    return switch (outcome) {
      case Completed(var messages) -> ended(attempt.get(), messages);
      case Postponed postponed ->
          waiting(attempt.get(), postponed, attempt.get().number() > first.number());
    };
  }

  /** One try of a parked step, or its end where its time is up. */
  <M extends MeetingMessage> Verdict runParked(Work<M> work, Attempt attempt, Reason lastReason) {
    boolean timeIsUp =
        !clock.instant().isBefore(work.handler().giveUpAt(work.message(), attempt.firstAt()));
    return timeIsUp
        ? runToItsEnd(work, attempt, lastReason)
        : parkedVerdict(attempt, tryOnce(work, attempt));
  }

  /** Ends a parked step, whether or not its time is up. */
  <M extends MeetingMessage> Verdict runToItsEnd(Work<M> work, Attempt attempt, Reason why) {
    return parkedVerdict(
        attempt, guarded(work, () -> work.handler().giveUp(work.message(), attempt, why)));
  }

  private Verdict parkedVerdict(Attempt attempt, Outcome outcome) {
    return switch (outcome) {
      case Completed(var messages) -> ended(attempt, messages);
      case Postponed postponed -> {
        Attempt next = attempt.after(postponed, clock.instant());
        yield waiting(next, postponed, next.number() > attempt.number());
      }
    };
  }

  /** What cannot be finished by us is not forgotten: an operator may want it tried again. */
  private static Verdict ended(Attempt attempt, List<MeetingMessage> messages) {
    return messages.size() == 1 && messages.getFirst() instanceof AttentionNeeded attention
        ? new Verdict.HandedOver(attempt, attention)
        : new Verdict.Finished(messages);
  }

  /** What the batch had no time for. */
  Verdict notStarted(Attempt attempt) {
    Reason reason =
        new Reason("worker.busy", "Many meetings are being scheduled; this one takes its turn.");
    return waiting(attempt, new Postponed(reason, null, Trace.NOT_TRIED), false);
  }

  private <M extends MeetingMessage> Outcome tryOnce(Work<M> work, Attempt attempt) {
    return guarded(work, () -> work.handler().attempt(work.message(), attempt));
  }

  /** A fault of ours must not stop the partition, and must not be mistaken for the meeting's. */
  private Outcome guarded(Work<?> work, Supplier<Outcome> call) {
    try {
      return call.get();
    } catch (Lease.Lost e) {
      throw e;
    } catch (RuntimeException e) {
      log.error("{} of {} failed", work.handler().step(), work.message().meetingId(), e);
      Reason reason =
          new Reason(
              "worker.unexpected",
              "Something unexpected happened on our side; it is tried again, and operations can"
                  + " see it.");
      return new Postponed(reason, null, Trace.UNKNOWN);
    }
  }

  private boolean worthWaitingFor(Outcome outcome) {
    return !ending.getAsBoolean()
        && outcome instanceof Postponed(var _, var wait, var _)
        && (wait == null || wait.compareTo(longestWait) <= 0);
  }

  private static Long waitMillis(Long backOff, Either<Throwable, Outcome> result) {
    if (result.isRight() && result.get() instanceof Postponed(var _, var wait, var _)) {
      return wait == null ? backOff : wait.toMillis();
    }
    return backOff;
  }

  private Verdict.Waiting waiting(Attempt next, Postponed postponed, boolean tried) {
    long backOff = parkedBackOff.apply(Math.clamp(next.number() - 1, 1, 20));
    Duration wait = postponed.retryAfter();
    // Who was told the same time must not come back at the same moment.
    long millis = wait == null ? backOff : wait.toMillis() + (long) (Math.random() * 1000);
    return new Verdict.Waiting(next, postponed.reason(), clock.instant().plusMillis(millis), tried);
  }
}
