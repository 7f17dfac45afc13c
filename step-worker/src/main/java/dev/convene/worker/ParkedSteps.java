package dev.convene.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.StepDelayed;
import dev.convene.defaults.messaging.Decoded;
import dev.convene.defaults.messaging.MessageCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Tries parked steps when they are due, and publishes what comes of it. */
final class ParkedSteps {

  static final Duration AFTER_A_FAULT_OF_OURS = Duration.ofSeconds(10);

  private final StepRunner runner;
  private final Handlers handlers;
  private final MessageCodec<MeetingMessage> codec;
  private final Publisher publisher;
  private final Supplier<Lease> leases;
  private final InstantSource clock;

  ParkedSteps(
      StepRunner runner,
      Handlers handlers,
      MessageCodec<MeetingMessage> codec,
      Publisher publisher,
      Supplier<Lease> leases,
      InstantSource clock) {
    this.runner = runner;
    this.handlers = handlers;
    this.codec = codec;
    this.publisher = publisher;
    this.leases = leases;
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
    Work<?> work = work(parked);
    Lease lease = leases.get();
    Attempt attempt = carefulAfterFailure(parked.attempt(lease), execution);
    // A run that failed may have said it already: this is then a copy, and must say so.
    boolean again = work.envelope().resent() || execution.consecutiveFailures > 0;
    return switch (runner.runParked(work, attempt, parked.reason())) {
      case Verdict.Finished(var messages) -> {
        // Whoever has taken over by now says how it ends.
        lease.requireHeld();
        publisher.publish(messages, again);
        yield new CompletionHandler.OnCompleteRemove<>();
      }
      case Verdict.Waiting waiting -> {
        if (waiting.tried()) {
          publisher.publish(List.of(delayed(work, waiting)), again);
        }
        yield (complete, operations) ->
            operations.reschedule(complete, waiting.nextAttemptAt(), parked.waitingAs(waiting));
      }
    };
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
