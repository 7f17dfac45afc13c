package dev.convene.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.StepDelayed;
import dev.convene.defaults.messaging.Decoded;
import dev.convene.defaults.messaging.MessageCodec;
import dev.convene.worker.vault.Obstacles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries parked steps when they are due, and publishes what comes of it. */
final class ParkedSteps {

  static final Duration AFTER_A_FAULT_OF_OURS = Duration.ofSeconds(10);

  private static final Duration UNTIL_THE_NEXT_TURN = Duration.ofSeconds(2);

  /** Until an operator wants something. */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final StepRunner runner;
  private final Handlers handlers;
  private final MessageCodec<MeetingMessage> codec;
  private final Publisher publisher;
  private final Wishes wishes;
  private final Supplier<Lease> leases;
  private final SlowMailboxes slow;
  private final Turns turns;
  private final InstantSource clock;

  ParkedSteps(
      StepRunner runner,
      Handlers handlers,
      MessageCodec<MeetingMessage> codec,
      Publisher publisher,
      Wishes wishes,
      Supplier<Lease> leases,
      SlowMailboxes slow,
      Turns turns,
      InstantSource clock) {
    this.runner = runner;
    this.handlers = handlers;
    this.codec = codec;
    this.publisher = publisher;
    this.wishes = wishes;
    this.leases = leases;
    this.slow = slow;
    this.turns = turns;
    this.clock = clock;
  }

  /** One kind of task for each step. */
  List<CustomTask<ParkedStep>> tasks() {
    return handlers.all().stream().map(this::task).toList();
  }

  private CustomTask<ParkedStep> task(StepHandler<?> handler) {
    return Tasks.custom(TaskNames.of(handler.step()), ParkedStep.class)
        // Publishing failed, or the lease was lost: the next run sees that there was a failure,
        // and takes the careful path.
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAULT_OF_OURS))
        .execute((instance, context) -> run(instance.getData(), context.getExecution()));
  }

  CompletionHandler<ParkedStep> run(ParkedStep parked, Execution execution) {
    String mailbox = parked.host();
    if (!slow.contains(mailbox)) {
      return timed(parked, execution);
    }
    // A slow mailbox must not take all the threads.
    if (!turns.take(mailbox)) {
      Instant next = clock.instant().plus(UNTIL_THE_NEXT_TURN);
      return (complete, operations) -> operations.reschedule(complete, next, parked);
    }
    try {
      return timed(parked, execution);
    } finally {
      turns.giveBack(mailbox);
    }
  }

  private CompletionHandler<ParkedStep> timed(ParkedStep parked, Execution execution) {
    Instant began = clock.instant();
    try {
      return runNow(parked, execution);
    } finally {
      if (clock.instant().isAfter(began.plus(slow.patience()))) {
        slow.mark(Set.of(parked.host()));
      }
    }
  }

  private CompletionHandler<ParkedStep> runNow(ParkedStep parked, Execution execution) {
    Work<?> work = work(parked);
    Lease lease = leases.get();
    Attempt attempt = carefulAfterFailure(parked.attempt(lease), execution);
    Wish wish = wishes.of(work.identity().meetingId());
    // A run that failed may have said it already: this is then a copy, and must say so.
    Announcer announcer =
        new Announcer(lease, work.envelope().resent() || execution.consecutiveFailures > 0);
    CompletionHandler<ParkedStep> completion =
        switch (Turn.of(parked, wish, clock.instant())) {
          case Turn.Try(var step) ->
              said(work, step, runner.runParked(work, attempt, step.reason()), wish, announcer);
          case Turn.End(var step, var why) ->
              said(
                  work,
                  step,
                  runner.runToItsEnd(
                      work, attempt.startingAt(step.firstAt()), why, step.abandoned()),
                  wish,
                  announcer);
          case Turn.HandOver(var step, var attention) -> handedOver(step, attention, announcer);
          case Turn.Forget() -> {
            announcer.say(doneByHand(work, attempt));
            yield new CompletionHandler.OnCompleteRemove<>();
          }
        };
    return wish == null
        ? completion
        : (complete, operations) -> {
          completion.complete(complete, operations);
          wishes.granted(wish);
        };
  }

  private static <M extends MeetingMessage> List<MeetingMessage> doneByHand(
      Work<M> work, Attempt attempt) {
    return work.handler().doneByHand(work.message(), attempt);
  }

  private CompletionHandler<ParkedStep> said(
      Work<?> work, ParkedStep parked, Verdict verdict, @Nullable Wish wish, Announcer announcer) {
    return switch (verdict) {
      case Verdict.Finished(var messages) -> {
        announcer.say(messages);
        yield new CompletionHandler.OnCompleteRemove<>();
      }
      case Verdict.HandedOver(var last, var attention) ->
          handedOver(parked.handedOver(last, attention), attention, announcer);
      case Verdict.Waiting waiting -> {
        if (waiting.tried()
            || wish != null
            || pausedOrResumed(parked, waiting)
            || otherObstacle(parked, waiting)) {
          announcer.say(List.of(delayed(work, waiting)));
        }
        yield (complete, operations) ->
            operations.reschedule(complete, waiting.nextAttemptAt(), parked.waitingAs(waiting));
      }
    };
  }

  /** Says it, and keeps it where only an operator finds it. */
  private CompletionHandler<ParkedStep> handedOver(
      ParkedStep parked, AttentionNeeded attention, Announcer announcer) {
    announcer.say(List.of(attention));
    return (complete, operations) -> operations.reschedule(complete, NEVER, parked);
  }

  /** What comes of a step is said by whoever still has it. */
  private final class Announcer {

    private final Lease lease;
    private final boolean again;

    Announcer(Lease lease, boolean again) {
      this.lease = lease;
      this.again = again;
    }

    void say(List<? extends MeetingMessage> messages) {
      // Whoever has taken over by now says how it ends.
      lease.requireHeld();
      publisher.publish(List.copyOf(messages), again);
    }
  }

  private static boolean pausedOrResumed(ParkedStep parked, Verdict.Waiting waiting) {
    return Pauses.isReasonOf(parked.reason()) || Pauses.isReasonOf(waiting.reason());
  }

  /** Who can do something about it hears of it, though no call was made; once, not each minute. */
  private static boolean otherObstacle(ParkedStep parked, Verdict.Waiting waiting) {
    return (Obstacles.isReason(parked.reason()) || Obstacles.isReason(waiting.reason()))
        && !parked.reason().code().equals(waiting.reason().code());
  }

  /** A run that failed, or whose process died, may have got as far as the provider. */
  private static Attempt carefulAfterFailure(Attempt attempt, Execution execution) {
    return execution.consecutiveFailures > 0 && execution.lastFailure != null
        ? attempt.possiblyTriedUntil(execution.lastFailure)
        : attempt;
  }

  private Work<?> work(ParkedStep parked) {
    var decoded = codec.decode(parked.envelope().headers(), parked.body().getBytes(UTF_8));
    return switch (decoded) {
      case Decoded.Known(var envelope, var message) -> {
        Work<?> work = handlers.workFor(envelope, message);
        if (work == null) {
          throw new IllegalStateException("no handler for the parked " + envelope.type());
        }
        yield work;
      }
      case Decoded.Unreadable(var _, var reason) ->
          throw new IllegalStateException("a parked step cannot be read: " + reason);
    };
  }

  private StepDelayed delayed(Work<?> work, Verdict.Waiting waiting) {
    return Delays.of(work, waiting, clock.instant());
  }
}
