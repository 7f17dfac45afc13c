package dev.convene.worker;

import static dev.convene.worker.Fixtures.NOW;
import static dev.convene.worker.Fixtures.SLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MessageType;
import dev.convene.contracts.Reason;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.defaults.messaging.MessageCodec;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ParkedStepsTest {

  private static final MessageCodec<MeetingMessage> CODEC =
      new MessageCodec<>(
          JsonDefaults.mapper(), MeetingMessage.class, MessageType.catalogue(MeetingMessage.class));

  private final InstantSource clock = InstantSource.fixed(NOW);
  private final List<Boolean> said = new ArrayList<>();
  private final SlowMailboxes slow = Fixtures.slowMailboxes(clock);
  private final Turns turns = new Turns(1);
  private boolean leaseHeld = true;

  @Test
  void whatEndsAtTheFirstRunIsNoCopy() {
    run((command, attempt) -> new Completed(Fixtures.refused(command, attempt)), 0);
    assertThat(said).containsExactly(false);
  }

  @Test
  void whatEndsAfterAFailureMayHaveBeenSaidBeforeAndSaysSo() {
    run((command, attempt) -> new Completed(Fixtures.refused(command, attempt)), 1);
    assertThat(said).containsExactly(true);
  }

  @Test
  void whoLostItsLeaseSaysNothing() {
    assertThatThrownBy(() ->
            run(
                (command, attempt) -> {
                  leaseHeld = false;
                  return new Completed(Fixtures.refused(command, attempt));
                },
                0))
        .isInstanceOf(Lease.Lost.class);
    assertThat(said).isEmpty();
  }

  @Test
  void aTurnThatHasNotComeYetCostsNoPatience() {
    ParkedStep kept =
        keptOf(
            steps((_, _) -> new Postponed(SLOW, Duration.ofHours(20), Trace.NOT_TRIED)),
            parked(NOW.minus(Duration.ofHours(20))));
    assertThat(kept.firstAt()).isEqualTo(NOW.plus(Duration.ofHours(20)));
  }

  @Test
  void ofASlowMailboxOnlySoManyRunAtOnceAndTheOthersWaitInSilence() {
    ParkedStep parked = parked(NOW);
    slow.mark(Set.of(parked.host()));
    turns.take(parked.host());
    ParkedStep kept =
        keptOf(
            steps((_, _) -> {
              throw new AssertionError("it is not its turn");
            }),
            parked);
    assertThat(kept).isEqualTo(parked);
    assertThat(said).isEmpty();

    turns.giveBack(parked.host());
    run((command, attempt) -> new Completed(Fixtures.refused(command, attempt)), 0);
    assertThat(said).hasSize(1);
    assertThat(turns.take(parked.host())).as("the turn was given back").isTrue();
  }

  @Test
  void aParkedStepThatTakesLongKeepsItsMailboxApart() {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    SlowMailboxes watched = Fixtures.slowMailboxes(now::get);
    ParkedStep parked = parked(NOW);
    var _ =
        new ParkedSteps(
                Fixtures.runner(clock),
                new Handlers(
                    List.of(
                        new Fixtures.Handler((_, _) -> {
                          now.set(now.get().plusSeconds(10));
                          return new Postponed(SLOW, null, Trace.UNKNOWN);
                        }))),
                CODEC,
                (_, _) -> {},
                Fixtures.wishing(null),
                () -> () -> true,
                watched,
                turns,
                now::get)
            .run(parked, execution(0));
    assertThat(watched.contains(parked.host())).isTrue();
  }

  @Test
  void whatWaitsForAGrantSaysSoWhenThatIsNewsAndNotEachMinute() {
    Reason noGrant = new Reason("webex.needs-reconnecting", "Connect Webex again.");
    ParkedSteps steps =
        steps((_, _) -> new Postponed(noGrant, Duration.ofMinutes(1), Trace.NOT_TRIED));

    ParkedStep waiting = keptOf(steps, parked(NOW));
    assertThat(said).hasSize(1);
    keptOf(steps, keptOf(steps, waiting));

    assertThat(said).hasSize(1);
  }

  private static ParkedStep keptOf(ParkedSteps steps, ParkedStep parked) {
    AtomicReference<ParkedStep> kept = new AtomicReference<>();
    ExecutionOperations<ParkedStep> operations =
        new ExecutionOperations<>(null, null, execution(0)) {
          @Override
          public void reschedule(ExecutionComplete complete, Instant next, ParkedStep data) {
            kept.set(data);
          }
        };
    steps
        .run(parked, execution(0))
        .complete(ExecutionComplete.success(execution(0), NOW, NOW), operations);
    return kept.get();
  }

  private void run(BiFunction<ScheduleMeeting, Attempt, Outcome> behaviour, int failures) {
    var _ = steps(behaviour).run(parked(NOW), execution(failures));
  }

  private ParkedSteps steps(BiFunction<ScheduleMeeting, Attempt, Outcome> behaviour) {
    return new ParkedSteps(
        Fixtures.runner(clock),
        new Handlers(List.of(new Fixtures.Handler(behaviour))),
        CODEC,
        (messages, resent) -> messages.forEach(_ -> said.add(resent)),
        Fixtures.wishing(null),
        () -> () -> leaseHeld,
        slow,
        turns,
        clock);
  }

  private static ParkedStep parked(Instant firstAt) {
    Work<ScheduleMeeting> work = Fixtures.work((_, _) -> new Completed(List.of()));
    Attempt attempt = new Attempt(work.step(), 1, firstAt, null, () -> true, false);
    return ParkedStep.of(
        new Parking.Entry<>(work, new Verdict.Waiting(attempt, SLOW, NOW, false)), CODEC);
  }

  private static Execution execution(int failures) {
    return new Execution(
        NOW,
        new TaskInstance<>("create-meeting", "one"),
        true,
        "test",
        null,
        failures == 0 ? null : NOW,
        failures,
        NOW,
        1);
  }
}
