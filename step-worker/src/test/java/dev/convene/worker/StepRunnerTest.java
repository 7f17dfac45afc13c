package dev.convene.worker;

import static dev.convene.worker.Fixtures.NOW;
import static dev.convene.worker.Fixtures.SLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.contracts.MeetingRefused;
import dev.convene.contracts.Reason;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Step;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StepRunnerTest {

  private static final Pace AT_ONCE = new Pace(InstantSource.fixed(NOW));

  private final List<Attempt> attempts = new ArrayList<>();
  private final StepRunner runner = Fixtures.runner(InstantSource.fixed(NOW));

  @Test
  void aStepThatSucceedsIsTriedOnce() {
    Verdict verdict = run((command, attempt) -> new Completed(Fixtures.refused(command, attempt)));
    assertThat(verdict).isInstanceOf(Verdict.Finished.class);
    assertThat(attempts).hasSize(1);
  }

  @Test
  void aStepThatFailsShortlyIsTriedAgainAtOnce() {
    Verdict verdict =
        run((command, attempt) ->
            attempt.number() < 3
                ? new Postponed(SLOW, null, Trace.NO_EFFECT)
                : new Completed(Fixtures.refused(command, attempt)));
    assertThat(verdict).isInstanceOf(Verdict.Finished.class);
    assertThat(attempts).extracting(Attempt::number).containsExactly(1, 2, 3);
    assertThat(attempts).extracting(Attempt::possiblyTriedAt).containsOnlyNulls();
  }

  @Test
  void whatTookLongIsNotTriedAgainWhileOthersWait() {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    InstantSource clock = now::get;
    AtomicInteger calls = new AtomicInteger();
    Verdict verdict =
        Fixtures.runner(clock)
            .run(
                Fixtures.work((_, _) -> {
                  calls.incrementAndGet();
                  now.set(now.get().plusSeconds(10));
                  return new Postponed(SLOW, null, Trace.UNKNOWN);
                }),
                Attempt.first(Step.CREATE_MEETING, NOW, () -> true),
                new Pace(clock));
    assertThat(verdict).isInstanceOf(Verdict.Waiting.class);
    assertThat(calls).hasValue(1);
  }

  @Test
  void aProcessThatIsEndingBeginsNothing() {
    StepRunner ending = Fixtures.runner(InstantSource.fixed(NOW), () -> true);
    Work<ScheduleMeeting> work =
        Fixtures.work((_, _) -> {
          throw new AssertionError("nothing is to be begun");
        });
    assertThat(ending.run(work, Attempt.first(Step.CREATE_MEETING, NOW, () -> true), AT_ONCE))
        .isInstanceOfSatisfying(
            Verdict.Waiting.class, waiting -> assertThat(waiting.tried()).isFalse());
  }

  @Test
  void aProcessThatBeginsToEndDoesNotTryAgain() {
    AtomicBoolean ending = new AtomicBoolean();
    StepRunner runner = Fixtures.runner(InstantSource.fixed(NOW), ending::get);
    AtomicInteger calls = new AtomicInteger();
    Work<ScheduleMeeting> work =
        Fixtures.work((_, _) -> {
          calls.incrementAndGet();
          ending.set(true);
          return new Postponed(SLOW, null, Trace.NO_EFFECT);
        });
    assertThat(runner.run(work, Attempt.first(Step.CREATE_MEETING, NOW, () -> true), AT_ONCE))
        .isInstanceOf(Verdict.Waiting.class);
    assertThat(calls).hasValue(1);
  }

  @Test
  void afterALostAnswerTheNextTryLooksFirst() {
    run((_, _) -> new Postponed(SLOW, null, Trace.UNKNOWN));
    assertThat(attempts.get(0).possiblyTriedAt()).isNull();
    assertThat(attempts.get(1).possiblyTriedAt()).isEqualTo(NOW);
  }

  @Test
  void whatMustWaitLongerThanABatchMayIsParkedAtOnce() {
    Verdict verdict = run((_, _) -> new Postponed(SLOW, Duration.ofMinutes(5), Trace.NO_EFFECT));
    assertThat(attempts).hasSize(1);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Waiting.class,
            waiting -> {
              assertThat(waiting.nextAttemptAt())
                  .isBetween(NOW.plusSeconds(300), NOW.plusSeconds(301));
              assertThat(waiting.tried()).isTrue();
              assertThat(waiting.next().number()).isEqualTo(2);
            });
  }

  @Test
  void whatWasNotTriedDoesNotCountAsAnAttempt() {
    Verdict verdict = run((_, _) -> new Postponed(SLOW, Duration.ofMinutes(5), Trace.NOT_TRIED));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Waiting.class,
            waiting -> {
              assertThat(waiting.tried()).isFalse();
              assertThat(waiting.next().waitingAt(NOW).attempts()).isZero();
            });
  }

  @Test
  void whereLookingFailsForLongItIsDoneLessAndLessOften() {
    Work<ScheduleMeeting> work =
        Fixtures.work((_, _) -> new Postponed(SLOW, null, Trace.NOT_TRIED));
    assertThat(nextWait(work, Duration.ofSeconds(1))).isLessThan(Duration.ofSeconds(20));
    assertThat(nextWait(work, Duration.ofMinutes(4))).isGreaterThan(Duration.ofMinutes(1));
    assertThat(nextWait(work, Duration.ofHours(5))).isLessThan(Duration.ofMinutes(16));
  }

  private Duration nextWait(Work<ScheduleMeeting> work, Duration lookingFor) {
    Instant since = NOW.minus(lookingFor);
    Attempt attempt = new Attempt(work.step(), 1, since, since, () -> true, false);
    Verdict.Waiting waiting = (Verdict.Waiting) runner.runParked(work, attempt, SLOW);
    assertThat(waiting.next().firstAt()).as("patience has begun").isEqualTo(since);
    return Duration.between(NOW, waiting.nextAttemptAt());
  }

  @Test
  void aFaultOfOursIsTakenForALostAnswer() {
    Verdict verdict =
        run((_, _) -> {
          throw new IllegalStateException("a bug");
        });
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Waiting.class,
            waiting -> {
              assertThat(waiting.reason().code()).isEqualTo("worker.unexpected");
              assertThat(waiting.reason().message()).doesNotContain("a bug");
              assertThat(waiting.next().possiblyTriedAt()).isEqualTo(NOW);
            });
  }

  @Test
  void aLostLeaseStopsEverything() {
    assertThatThrownBy(() ->
            run((_, attempt) -> {
              throw new Lease.Lost();
            }))
        .isInstanceOf(Lease.Lost.class);
  }

  @Test
  void aParkedStepIsGivenUpWhenItsTimeIsUp() {
    var work = Fixtures.work((_, _) -> new Postponed(SLOW, null, Trace.NO_EFFECT));
    Attempt old =
        new Attempt(Step.CREATE_MEETING, 7, NOW.minus(Duration.ofDays(1)), null, () -> true, false);
    Reason last = new Reason("webex.error", "Webex has trouble of its own.");
    assertThat(runner.runParked(work, old, last))
        .isInstanceOfSatisfying(
            Verdict.Finished.class,
            finished ->
                assertThat(finished.messages())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        MeetingRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(last)));
  }

  @Test
  void aParkedStepIsTriedOnceAndWaitsLongerEachTime() {
    var work = Fixtures.work((_, _) -> new Postponed(SLOW, null, Trace.NO_EFFECT));
    assertThat(waitOf(work, 2)).isBetween(5_000L, 15_000L);
    assertThat(waitOf(work, 4)).isBetween(20_000L, 60_000L);
    assertThat(waitOf(work, 40)).isBetween(300_000L, 600_000L);
  }

  private long waitOf(Work<?> work, int number) {
    Attempt attempt = new Attempt(Step.CREATE_MEETING, number - 1, NOW, null, () -> true, false);
    Verdict.Waiting waiting = (Verdict.Waiting) runner.runParked(work, attempt, SLOW);
    return Duration.between(NOW, waiting.nextAttemptAt()).toMillis();
  }

  private Verdict run(
      java.util.function.BiFunction<dev.convene.contracts.ScheduleMeeting, Attempt, Outcome> step) {
    return runner.run(
        Fixtures.work((command, attempt) -> {
          attempts.add(attempt);
          return step.apply(command, attempt);
        }),
        Attempt.first(Step.CREATE_MEETING, NOW, () -> true),
        AT_ONCE);
  }
}
