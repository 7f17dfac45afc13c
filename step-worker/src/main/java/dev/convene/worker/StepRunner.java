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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a step: a few tries close together, then a decision on when to try again. Neither knows nor
 * cares whether the work comes from a batch or was parked.
 */
final class StepRunner {

  private static final Logger log = LoggerFactory.getLogger(StepRunner.class);
  private static final double JITTER = 0.5;
  private static final Reason SLOW =
      new Reason(
          "worker.slow-mailbox",
          "Calls for this host's mailbox take far longer than others do; its meetings are scheduled"
              + " beside the others, so that nobody waits for them.");

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Waiter waiter;
  private final BooleanSupplier ending;
  private final Duration longestWait;
  private final Duration longestCall;
  private final Retry retry;
  private final IntervalFunction parkedBackOff;
  private final long longestParkedMillis;

  /**
   * @param ending whether nothing may be begun any more
   */
  StepRunner(
      WorkerProperties properties,
      InstantSource clock,
      RandomGenerator random,
      Waiter waiter,
      BooleanSupplier ending) {
    this.clock = clock;
    this.random = random;
    this.waiter = waiter;
    this.ending = ending;
    this.longestWait = properties.longestWait();
    this.longestCall = properties.slowMailbox().longestCall();
    IntervalFunction backOff =
        IntervalFunction.ofExponentialBackoff(properties.firstWait(), 2, properties.longestWait());
    this.retry =
        Retry.of(
            "step",
            RetryConfig.<Outcome>custom()
                .maxAttempts(properties.attempts())
                .retryOnResult(this::worthWaitingFor)
                .retryOnException(e -> false)
                .intervalBiFunction(
                    (tries, result) -> waitMillis(jittered(backOff.apply(tries)), result))
                .build());
    this.longestParkedMillis = properties.parking().longestWait().toMillis();
    this.parkedBackOff =
        IntervalFunction.ofExponentialBackoff(
            properties.parking().firstWait(), 2, properties.parking().longestWait());
  }

  /** Tries until it ends, or until trying or waiting would take too long here. */
  <M extends MeetingMessage> Verdict run(Work<M> work, Attempt first, Pace pace) {
    if (ending.getAsBoolean()) {
      return notStarted(first);
    }
    Retry.AsyncContext<Outcome> tries = retry.asyncContext();
    Attempt attempt = first;
    while (true) {
      Attempt current = attempt;
      Instant began = clock.instant();
      switch (pace.time(work.message().host(), () -> tryOnce(work, current))) {
        case Completed(var messages) -> {
          return ended(current, messages);
        }
        case Postponed postponed -> {
          attempt = current.after(postponed, clock.instant());
          long millis = tries.onResult(postponed);
          if (millis < 0 || tookLong(began)) {
            return waiting(attempt, postponed, attempt.number() > first.number());
          }
          waiter.pause(Duration.ofMillis(millis));
        }
      }
    }
  }

  /** Another try would take as long, and all that came with this step would wait for it. */
  private boolean tookLong(Instant began) {
    return clock.instant().isAfter(began.plus(longestWait));
  }

  /** One try of a parked step, or its end where its time is up. */
  <M extends MeetingMessage> Verdict runParked(Work<M> work, Attempt attempt, Reason lastReason) {
    boolean timeIsUp =
        !clock.instant().isBefore(work.handler().giveUpAt(work.message(), attempt.firstAt()));
    return timeIsUp
        ? runToItsEnd(work, attempt, lastReason, false)
        : parkedVerdict(attempt, tryOnce(work, attempt));
  }

  /**
   * Ends a parked step, whether or not its time is up.
   *
   * @param abandoned whether an operator wants it to
   */
  <M extends MeetingMessage> Verdict runToItsEnd(
      Work<M> work, Attempt attempt, Reason why, boolean abandoned) {
    StepHandler<M> handler = work.handler();
    M message = work.message();
    return parkedVerdict(
        attempt,
        guarded(
            work,
            () ->
                abandoned
                    ? handler.abandon(message, attempt, why)
                    : handler.giveUp(message, attempt, why)));
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

  /** What is begun later, since its mailbox would hold up all others. */
  Verdict besideTheOthers(Attempt attempt) {
    return waiting(attempt, new Postponed(SLOW, Duration.ZERO, Trace.NOT_TRIED), false);
  }

  /**
   * What has begun, and cannot be waited for: it may have its effect for as long as a call lasts.
   */
  Verdict leftRunning(Attempt attempt) {
    Postponed postponed = new Postponed(SLOW, null, Trace.UNKNOWN);
    return waiting(attempt.after(postponed, clock.instant().plus(longestCall)), postponed, true);
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

  /**
   * Look-ups do not count as attempts. Where they fail, waiting as long as it has lasted doubles
   * the time with each.
   */
  private long lookingMillis(Attempt attempt) {
    Instant since = attempt.possiblyTriedAt();
    return since == null
        ? 0
        : Math.clamp(Duration.between(since, clock.instant()).toMillis(), 0, longestParkedMillis);
  }

  private long jittered(long millis) {
    return (long) (millis * random.nextDouble(1 - JITTER, 1 + JITTER));
  }

  private Verdict.Waiting waiting(Attempt next, Postponed postponed, boolean tried) {
    long byNumber = parkedBackOff.apply(Math.clamp(next.number() - 1, 1, 20));
    long backOff = jittered(Math.max(byNumber, lookingMillis(next)));
    Duration wait = postponed.retryAfter();
    // Who was told the same time must not come back at the same moment.
    long millis = wait == null ? backOff : wait.toMillis() + random.nextInt(1000);
    return new Verdict.Waiting(next, postponed.reason(), clock.instant().plusMillis(millis), tried);
  }
}
