package dev.convene.webex.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.CancelMeeting;
import dev.convene.contracts.MeetingDeleted;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Reason;
import dev.convene.contracts.RequestMode;
import dev.convene.contracts.Requester;
import dev.convene.contracts.Step;
import dev.convene.webex.meetings.Answer;
import dev.convene.worker.Attempt;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import dev.convene.worker.WaitingSteps;
import dev.convene.worker.WaitingSteps.Found;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeleteMeetingTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Duration LAG = Duration.ofMinutes(10);
  private static final Reason TROUBLE = new Reason("webex.error", "Webex has trouble of its own.");
  private static final Requester WHO =
      new Requester("eve", "portal", "eve@contoso.example", RequestMode.DELEGATED);

  private static final Requester BOB =
      new Requester("bob", "portal", "bob@contoso.example", RequestMode.DELEGATED);

  private final UUID id = UUID.randomUUID();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final FakeWebex webex = new FakeWebex();
  private final FakeEndedMeetings ended = new FakeEndedMeetings();
  private final Map<Step, Found> waiting = new EnumMap<>(Step.class);
  private final WaitingSteps steps =
      (_, step) -> {
        assertThat(ended.contains(id)).as("noted before anything is taken away").isTrue();
        return waiting.getOrDefault(step, new Found.Nothing());
      };
  private final DeleteMeeting step =
      new DeleteMeeting(
          webex,
          ended,
          steps,
          new StepsProperties(LAG, Duration.ofSeconds(30), Duration.ofHours(24)),
          (InstantSource) now::get);

  @Test
  void aMeetingThatIsKnownIsDeletedByOneCall() {
    webex.holdsAlso("webex-1");
    MeetingDeleted deleted = deleted(step.attempt(cancel("webex-1"), first()));
    assertThat(webex.calls()).containsExactly("delete");
    assertThat(webex.marked()).isEmpty();
    assertThat(deleted.made()).isTrue();
    assertThat(deleted.requestedBy()).isEqualTo(WHO);
    assertThat(deleted.scheduledBy()).isEqualTo(BOB);
    assertThat(webex.actedFor()).as("not by whoever cancels it").containsOnly(BOB);
    assertThat(deleted.note()).isEqualTo("Sorry");
    assertThat(deleted.eventId()).isEqualTo("event-1");
  }

  @Test
  void ofSeveralMeetingsNoneIsLeft() {
    webex.holdsAlso("webex-1", "webex-2");
    deleted(step.attempt(cancel("webex-1", "webex-2"), first()));
    assertThat(webex.marked()).isEmpty();
  }

  @Test
  void whatWaitsIsAbandonedWithoutACallWhereItWasNeverTried() {
    waiting.put(Step.CREATE_MEETING, new Found.Taken(null));
    assertThat(deleted(step.attempt(cancel(), first())).made()).isFalse();
    assertThat(webex.calls()).isEmpty();
  }

  @Test
  void whatWaitsAndMayHaveBeenMadeIsLookedForAndDeleted() {
    waiting.put(Step.CREATE_MEETING, new Found.Taken(NOW));
    webex.holdsAlso("webex-1");
    assertThat(deleted(step.attempt(cancel(), first())).made()).isTrue();
    assertThat(webex.calls()).containsExactly("marked", "delete");
  }

  @Test
  void whatRunsIsWaitedFor() {
    waiting.put(Step.CREATE_MEETING, new Found.Running());
    Postponed postponed = postponed(step.attempt(cancel(), first()));
    assertThat(postponed.reason().code()).isEqualTo("webex.step-running");
    assertThat(postponed.trace()).isEqualTo(Trace.NOT_TRIED);
    assertThat(webex.calls()).isEmpty();
  }

  @Test
  void absenceIsBelievedOnlyWhenWebexHasHadItsTimeSinceTheLastAttempt() {
    waiting.put(Step.CREATE_MEETING, new Found.Taken(NOW.minus(LAG).plusSeconds(7)));
    Postponed postponed = postponed(step.attempt(cancel(), first()));
    assertThat(postponed.reason().code()).isEqualTo("webex.looking");
    assertThat(postponed.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    waiting.put(Step.CREATE_MEETING, new Found.Taken(NOW.minus(LAG)));
    assertThat(deleted(step.attempt(cancel(), first())).made()).isTrue();
  }

  @Test
  void whereNobodyKnowsWhenItWasTriedItMayHaveBeenJustNow() {
    Postponed postponed = postponed(step.attempt(cancel(), first()));
    assertThat(postponed.trace()).as("from here on it is known").isEqualTo(Trace.UNKNOWN);
    now.set(NOW.plus(LAG).minusSeconds(1));
    assertThat(postponed(step.attempt(cancel(), since(NOW))).trace()).isEqualTo(Trace.NOT_TRIED);
    now.set(NOW.plus(LAG));
    deleted(step.attempt(cancel(), since(NOW)));
  }

  @Test
  void aDeletionThatFailsIsTriedAgain() {
    webex.answersDelete(new Answer.Throttled<>(TROUBLE, Duration.ofSeconds(9)));
    assertThat(postponed(step.attempt(cancel("webex-1"), first())).retryAfter())
        .isEqualTo(Duration.ofSeconds(9));
    webex.answersDelete(new Answer.Lost<>(TROUBLE));
    assertThat(postponed(step.attempt(cancel("webex-1"), first())).trace())
        .isEqualTo(Trace.UNKNOWN);
  }

  @Test
  void whatWebexWillNotDeleteIsHandedOverByItsName() {
    webex.answersDelete(new Answer.Refused<>(TROUBLE));
    AttentionNeeded needed = attention(step.attempt(cancel("webex-1"), first()));
    assertThat(needed.leftover()).isEqualTo("webex-1");
    assertThat(needed.reason().code()).isEqualTo("webex.not-deleted");
    assertThat(needed.reason().message()).contains(TROUBLE.message());
  }

  @Test
  void whoGivesUpHasTriedOnceMore() {
    webex.answersDelete(new Answer.Unreachable<>(TROUBLE));
    attention(step.giveUp(cancel("webex-1"), since(NOW), TROUBLE));
    webex.answersDelete(null);
    deleted(step.giveUp(cancel("webex-1"), since(NOW), TROUBLE));
  }

  @Test
  void whatAnOperatorDeletedByHandIsCancelledInOutlookAllTheSame() {
    assertThat(step.doneByHand(cancel("webex-1"), since(NOW)))
        .singleElement()
        .isInstanceOf(MeetingDeleted.class);
  }

  private CancelMeeting cancel(String... ids) {
    return new CancelMeeting(
        id,
        "bob@contoso.example",
        WHO,
        BOB,
        NOW,
        "Sorry",
        NOW.plusSeconds(3600),
        NOW.plusSeconds(7200),
        List.of(ids),
        "event-1");
  }

  private static Attempt first() {
    return Attempt.first(Step.DELETE_MEETING, NOW, () -> true);
  }

  private static Attempt since(@Nullable Instant triedAt) {
    return new Attempt(Step.DELETE_MEETING, 2, NOW, triedAt, () -> true, true);
  }

  private static MeetingDeleted deleted(Outcome outcome) {
    return (MeetingDeleted) message(outcome);
  }

  private static AttentionNeeded attention(Outcome outcome) {
    return (AttentionNeeded) message(outcome);
  }

  private static MeetingMessage message(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Completed.class);
    return ((Completed) outcome).messages().getFirst();
  }

  private static Postponed postponed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Postponed.class);
    return (Postponed) outcome;
  }
}
