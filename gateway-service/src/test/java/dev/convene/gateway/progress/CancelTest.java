package dev.convene.gateway.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.CancelMeeting;
import dev.convene.contracts.Expectation;
import dev.convene.contracts.MeetingRefused;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Requester;
import dev.convene.contracts.Step;
import dev.convene.gateway.progress.ProgressStore.Change;
import dev.convene.gateway.progress.ProgressStore.Row;
import dev.convene.gateway.servers.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a meeting stands that somebody wants cancelled, in whatever order it is heard. */
class CancelTest {

  private static final UUID ID = new UUID(7, 7);
  private static final Events EVENTS = new Events(ID);
  private static final Instant NOON = Instant.parse("2027-01-01T09:00:10Z");
  private static final Fact ASKED = Fact.cancelAsked(NOON);
  private static final Fact DELETED = fact(EVENTS.deletedForGood(20));
  private static final Fact CANCELLED = fact(EVENTS.cancelled(21));
  private static final SweepTimes TIMES =
      new SweepTimes(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofMinutes(2));
  private static final Reason NOTE = new Reason("operations.handled-by-hand", "Deleted.");

  static Stream<Arguments> stories() {
    Fact created = fact(EVENTS.created(1));
    Fact sent = fact(EVENTS.sent(2));
    return Stream.of(
        story(MeetingStatus.CANCELLING, ASKED),
        story(MeetingStatus.CANCELLING, ASKED, created, sent),
        story(MeetingStatus.CANCELLING, ASKED, fact(EVENTS.delayed(Step.CREATE_MEETING, 1))),
        story(MeetingStatus.CANCELLING, ASKED, fact(EVENTS.attention(Step.SEND_INVITATION, 2))),
        story(MeetingStatus.CANCELLING, ASKED, created, fact(EVENTS.failed(2)), DELETED),
        story(MeetingStatus.CANCELLED, ASKED, created, sent, DELETED, CANCELLED),
        // What follows from older copies changes nothing any more.
        story(
            MeetingStatus.CANCELLED,
            ASKED,
            created,
            sent,
            DELETED,
            CANCELLED,
            fact(EVENTS.failed(30)),
            fact(EVENTS.withdrawn(31))),
        story(
            MeetingStatus.CANCELLED,
            ASKED,
            fact(EVENTS.attention(Step.WITHDRAW_MEETING, 2)),
            DELETED,
            CANCELLED),
        story(MeetingStatus.CANCELLED, ASKED, DELETED, CANCELLED, fact(endedBefore())),
        // Webex had refused it: there is nothing to take back.
        story(MeetingStatus.CANCELLED, ASKED, fact(EVENTS.refused(1))),
        story(MeetingStatus.CANCELLING, ASKED, fact(EVENTS.refused(1)), created),
        story(MeetingStatus.CANCELLING, ASKED, fact(endedBefore())),
        // What cannot be cancelled by us.
        story(
            MeetingStatus.NEEDS_ATTENTION,
            ASKED,
            created,
            fact(EVENTS.attention(Step.DELETE_MEETING, 20))),
        story(
            MeetingStatus.NEEDS_ATTENTION,
            ASKED,
            DELETED,
            fact(EVENTS.attention(Step.CANCEL_INVITATION, 22))),
        story(
            MeetingStatus.CANCELLING,
            ASKED,
            fact(EVENTS.attention(Step.DELETE_MEETING, 20)),
            Fact.abandoned("1", Step.DELETE_MEETING, NOTE, NOON.plusSeconds(60))),
        story(
            MeetingStatus.CANCELLED,
            ASKED,
            fact(EVENTS.attention(Step.DELETE_MEETING, 20)),
            Fact.abandoned("1", Step.DELETE_MEETING, NOTE, NOON.plusSeconds(60)),
            CANCELLED),
        // What a later check finds.
        story(
            MeetingStatus.CANCELLED,
            ASKED,
            fact(EVENTS.attention(Step.DELETE_MEETING, 20)),
            fact(EVENTS.checked(90, Expectation.CANCELLED, List.of(), List.of()))),
        story(
            MeetingStatus.NEEDS_ATTENTION,
            ASKED,
            DELETED,
            CANCELLED,
            fact(EVENTS.checked(90, Expectation.CANCELLED, List.of(), List.of("e")))),
        // One that was made while it still stood says nothing about the cancellation.
        story(
            MeetingStatus.CANCELLING,
            ASKED,
            created,
            sent,
            fact(EVENTS.checked(5, Expectation.BOTH, List.of(), List.of()))));
  }

  private static Arguments story(MeetingStatus end, Fact... facts) {
    return Arguments.of(end, List.of(facts));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void inWhateverOrderAndHoweverOftenItIsHeardTheEndIsTheSame(MeetingStatus end, List<Fact> facts) {
    Random random = new Random(20261128);
    for (int round = 0; round < 200; round++) {
      List<Fact> heard = new ArrayList<>(facts);
      heard.addAll(facts);
      Collections.shuffle(heard, random);
      assertThat(told(heard).status()).isEqualTo(end);
    }
  }

  @Test
  void whatCannotBeCancelledSaysWhyAndWhatIsLeft() {
    Progress progress = told(List.of(ASKED, fact(EVENTS.attention(Step.DELETE_MEETING, 20))));
    assertThat(progress.reason()).isNotNull();
    assertThat(progress.leftover()).isEqualTo("webex-1");
    assertThat(progress.trouble().orElseThrow().fact().step().name())
        .isEqualTo(Step.DELETE_MEETING);
  }

  @Test
  void aCancellationThatWaitsIsSeenByOperationsAsWaiting() {
    Progress progress =
        told(
            List.of(
                fact(EVENTS.delayed(Step.CREATE_MEETING, 1)),
                ASKED,
                fact(EVENTS.delayed(Step.DELETE_MEETING, 20))));
    assertThat(progress.status()).isEqualTo(MeetingStatus.CANCELLING);
    assertThat(progress.trouble().orElseThrow().status()).isEqualTo(MeetingStatus.DELAYED);
    assertThat(progress.delay().orElseThrow().step().name()).isEqualTo(Step.DELETE_MEETING);
  }

  @Test
  void whatWasAskedForBeforeIsNotWaitedForAnyMore() {
    Progress progress = told(List.of(fact(EVENTS.delayed(Step.CREATE_MEETING, 1)), ASKED));
    assertThat(progress.delay()).isEmpty();
    assertThat(progress.trouble()).isEmpty();
  }

  @Test
  void theCommandNamesAllThatIsKnown() {
    Progress progress =
        told(
            List.of(
                fact(EVENTS.created(1, "webex-1")),
                fact(EVENTS.created(3, "webex-2")),
                fact(EVENTS.sent(4, "webex-2")),
                ASKED));
    CancelMeeting command = command(progress);
    assertThat(command.webexMeetingIds()).containsExactly("webex-1", "webex-2");
    assertThat(command.eventId()).isEqualTo("AAMk=");
    assertThat(command.start()).isEqualTo("2030-03-01T09:00:00Z");
    assertThat(command(Progress.none()).webexMeetingIds()).isEmpty();
  }

  @Test
  void whatWasHeardOfIsSweptAsUsual() {
    Change change = begun(told(List.of(fact(EVENTS.created(1)))), NOON).orElseThrow();
    assertThat(change.sweepAt()).contains(NOON.plusSeconds(30));
  }

  @Test
  void asLongAsTheFirstCommandMayStillComeTheCancelIsHeldBack() {
    Instant accepted = NOON.minusSeconds(10);
    Change change = begun(Progress.none(), accepted).orElseThrow();
    assertThat(change.sweepAt()).contains(accepted.plusSeconds(30));
    assertThat(change.progress().isHeardOf()).isFalse();
  }

  @Test
  void whatIsOverOrBeingCancelledIsNotCancelledAgain() {
    assertThat(begun(told(List.of(ASKED)), NOON)).isEmpty();
    assertThat(begun(told(List.of(ASKED, DELETED, CANCELLED)), NOON)).isEmpty();
    assertThat(begun(told(List.of(fact(EVENTS.refused(1)))), NOON)).isEmpty();
    assertThat(begun(told(List.of(ASKED, fact(EVENTS.attention(Step.DELETE_MEETING, 20)))), NOON))
        .as("operations are at it")
        .isEmpty();
    assertThat(begun(told(List.of(fact(EVENTS.attention(Step.WITHDRAW_MEETING, 2)))), NOON))
        .isPresent();
  }

  private static Optional<Change> begun(Progress progress, Instant acceptedAt) {
    Row row = new Row(ID, "ada@example.com", progress, 0, Optional.empty(), 0, 0);
    return Cancellation.begun(row, acceptedAt, TIMES, NOON);
  }

  private static CancelMeeting command(Progress progress) {
    return new Cancellation(new Requester("eve", null), NOON, null)
        .command(ID, EVENTS.created(1).requestedBy(), EVENTS.created(1).details(), progress);
  }

  private static MeetingRefused endedBefore() {
    MeetingRefused refused = EVENTS.refused(25);
    return new MeetingRefused(
        ID,
        refused.host(),
        new Reason(MeetingRefused.ENDED_BEFORE, "It had ended before."),
        refused.step());
  }

  private static Fact fact(dev.convene.contracts.MeetingMessage event) {
    Fact fact = Fact.of(event.toString(), event);
    assertThat(fact).isNotNull();
    return fact;
  }

  private static Progress told(List<Fact> facts) {
    Progress progress = Progress.none();
    for (Fact fact : facts) {
      progress = progress.with(fact);
    }
    return progress;
  }
}
