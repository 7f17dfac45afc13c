package dev.convene.gateway.reconciling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.CheckMeeting;
import dev.convene.contracts.Expectation;
import dev.convene.contracts.RequestMode;
import dev.convene.contracts.Requester;
import dev.convene.contracts.Step;
import dev.convene.gateway.progress.Fact;
import dev.convene.gateway.progress.Progress;
import dev.convene.gateway.progress.Told;
import dev.convene.gateway.servers.Events;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a check is told to expect. */
class EndedTest {

  private static final Requester ADA =
      new Requester("ada", "convene-portal", "ada@example.com", RequestMode.DELEGATED);

  private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");
  private static final Events EVENTS = new Events(new UUID(7, 7));

  @Test
  void aScheduledMeetingIsTheOneThatTheInvitationLeadsTo() {
    CheckMeeting check =
        check(
            Told.of(
                EVENTS.created(1, "webex-1"),
                EVENTS.created(2, "webex-2"),
                EVENTS.sent(3, "webex-2")));
    assertThat(check.expected()).isEqualTo(Expectation.BOTH);
    assertThat(check.webexMeetingId()).isEqualTo("webex-2");
  }

  @Test
  void ofTwoMeetingsNoneIsNamedWhereItIsNotKnownWhichPeopleAreInvitedTo() {
    assertThat(
            check(
                    Told.of(
                        EVENTS.created(1, "webex-1"),
                        EVENTS.created(2, "webex-2"),
                        EVENTS.sent(3, null)))
                .webexMeetingId())
        .isNull();
  }

  @Test
  void ofAFailureNothingIsLeft() {
    CheckMeeting check = check(Told.of(EVENTS.created(1), EVENTS.failed(2), EVENTS.withdrawn(3)));
    assertThat(check.expected()).isEqualTo(Expectation.NONE);
    assertThat(check.webexMeetingId()).isEqualTo("webex-1");
  }

  @Test
  void whatCouldNotBeDeletedShallNotBeThere() {
    CheckMeeting check =
        check(
            Told.of(
                EVENTS.created(1), EVENTS.failed(2), EVENTS.attention(Step.WITHDRAW_MEETING, 3)));
    assertThat(check.expected()).isEqualTo(Expectation.NONE);
  }

  @Test
  void anInvitationOfWhichNobodyKnowsMayBeThereOrNot() {
    CheckMeeting check =
        check(Told.of(EVENTS.created(1), EVENTS.attention(Step.SEND_INVITATION, 2)));
    assertThat(check.expected()).isEqualTo(Expectation.UNSURE);
    assertThat(check.webexMeetingId()).isEqualTo("webex-1");
  }

  @Test
  void anInvitationWhoseMeetingWasWithdrawnShallNotBeThere() {
    assertThat(check(Told.of(EVENTS.created(1), EVENTS.sent(2), EVENTS.withdrawn(3))).expected())
        .isEqualTo(Expectation.NONE);
  }

  @Test
  void bothSidesAreLookedAtWithTheRightsOfWhoeverAsked() {
    assertThat(check(Told.of(EVENTS.created(1), EVENTS.sent(2))).requestedBy()).isEqualTo(ADA);
  }

  @Test
  void ofACancelledMeetingNothingShallBeThereWhateverBecameOfIt() {
    Progress cancelled =
        Told.of(EVENTS.created(1), EVENTS.sent(2), EVENTS.deletedForGood(20), EVENTS.cancelled(21))
            .with(Fact.cancelAsked(NOON));
    CheckMeeting check = check(cancelled);
    assertThat(check.expected()).isEqualTo(Expectation.CANCELLED);
    assertThat(check.webexMeetingId()).isEqualTo("webex-1");
  }

  private static CheckMeeting check(Progress progress) {
    return new Ended(new UUID(7, 7), "ada@example.com", ADA, NOON, NOON, progress, 1).check(NOON);
  }
}
