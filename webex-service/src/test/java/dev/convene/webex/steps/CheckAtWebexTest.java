package dev.convene.webex.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.CheckMeeting;
import dev.convene.contracts.Expectation;
import dev.convene.contracts.MeetingChecked;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CheckAtWebexTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final UUID MEETING = UUID.fromString("019ab3c4-5d10-7a3e-9c41-2f6e08d1b7a5");
  private static final Requester BOB =
      new Requester("bob", "portal", "bob@contoso.example", RequestMode.DELEGATED);
  private static final Reason WHY = new Reason("webex.error", "Webex has trouble of its own.");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final FakeWebex webex = new FakeWebex();
  private final FakeEndedMeetings ended = new FakeEndedMeetings();
  private final CheckAtWebex step = new CheckAtWebex(webex, ended, (InstantSource) now::get);

  @Test
  void ofTwoMeetingsThatWhichTheTimelineDoesNotNameIsDeleted() {
    webex.holdsAlso("named", "surplus");

    MeetingChecked checked = checked(attempt(Expectation.BOTH, "named"));

    assertThat(checked.deleted()).containsExactly("surplus");
    assertThat(checked.live()).containsExactly("named");
    assertThat(webex.marked()).containsExactly("named");
    assertThat(ended.contains(MEETING)).as("it goes on living").isFalse();
  }

  @Test
  void itLooksWithTheRightsOfWhoeverAskedForTheMeetingAndPassesThemOn() {
    MeetingChecked checked = checked(attempt(Expectation.BOTH, "named"));
    assertThat(webex.actedFor()).containsExactly(BOB);
    assertThat(checked.requestedBy()).isEqualTo(BOB);
  }

  @Test
  void whereTheTimelineNamesNoneOrSeveralNothingIsDeleted() {
    webex.holdsAlso("one", "two");
    assertThat(checked(attempt(Expectation.BOTH, null)).live()).containsExactly("one", "two");
    assertThat(checked(attempt(Expectation.UNSURE, null)).deleted()).isEmpty();
  }

  @Test
  void whereTheNamedOneIsGoneTheOtherStaysForAPersonToSee() {
    webex.holdsAlso("other");
    MeetingChecked checked = checked(attempt(Expectation.BOTH, "named"));
    assertThat(checked.live()).containsExactly("other");
    assertThat(checked.deleted()).isEmpty();
  }

  @Test
  void whatWasMovedOutOfTheListsSightIsNotMissing() {
    webex.holdsElsewhere("named");
    assertThat(checked(attempt(Expectation.BOTH, "named")).live()).containsExactly("named");
  }

  @Test
  void whatIsMissingIsNotMadeAgain() {
    assertThat(checked(attempt(Expectation.BOTH, "named")).live()).isEmpty();
    assertThat(webex.calls()).containsExactly("marked", "exists");
  }

  @Test
  void whatAFailedRequestLeftIsDeletedAndNoLateCopyMakesItAgain() {
    webex.holdsAlso("one", "two");
    MeetingChecked checked = checked(attempt(Expectation.NONE, null));
    assertThat(checked.deleted()).containsExactly("one", "two");
    assertThat(checked.live()).isEmpty();
    assertThat(ended.contains(MEETING)).isTrue();
  }

  @Test
  void whatNothingIsLeftOfWritesNothing() {
    assertThat(checked(attempt(Expectation.NONE, null)).live()).isEmpty();
    assertThat(ended.contains(MEETING)).isFalse();
  }

  @Test
  void whatWebexWillNotDeleteIsSaidToBeThere() {
    webex.holdsAlso("running");
    webex.answersDelete(new Answer.Refused<>(WHY));
    MeetingChecked checked = checked(attempt(Expectation.NONE, null));
    assertThat(checked.live()).containsExactly("running");
    assertThat(checked.deleted()).isEmpty();
  }

  @Test
  void whatCannotBeAskedOrDeletedNowIsTriedAgain() {
    webex.holdsAlso("one");
    webex.answersDelete(new Answer.Unreachable<>(WHY));
    assertThat(attempt(Expectation.NONE, null)).isInstanceOf(Postponed.class);
    webex.answersMarked(new Answer.Throttled<>(WHY, Duration.ofSeconds(5)));
    assertThat(attempt(Expectation.NONE, null))
        .isInstanceOfSatisfying(
            Postponed.class,
            postponed -> assertThat(postponed.retryAfter()).isEqualTo(Duration.ofSeconds(5)));
  }

  @Test
  void anOldCheckTouchesNothing() {
    webex.holdsAlso("one");
    now.set(NOW.plus(Duration.ofMinutes(30)));
    Completed nothing = new Completed(List.<MeetingMessage>of());
    assertThat(attempt(Expectation.NONE, null)).isEqualTo(nothing);
    assertThat(step.giveUp(check(Expectation.NONE, null), first(), WHY)).isEqualTo(nothing);
    assertThat(webex.calls()).isEmpty();
  }

  private Outcome attempt(Expectation expected, String named) {
    return step.attempt(check(expected, named), first());
  }

  private static CheckMeeting check(Expectation expected, String named) {
    return new CheckMeeting(
        MEETING,
        "bob@contoso.example",
        BOB,
        1,
        expected,
        NOW.plus(Duration.ofMinutes(30)),
        NOW.plus(Duration.ofDays(1)),
        NOW.plus(Duration.ofDays(1)).plusSeconds(3600),
        named);
  }

  private static Attempt first() {
    return Attempt.first(Step.CHECK_MEETING, NOW, () -> true);
  }

  private static MeetingChecked checked(Outcome outcome) {
    return (MeetingChecked) ((Completed) outcome).messages().getFirst();
  }
}
