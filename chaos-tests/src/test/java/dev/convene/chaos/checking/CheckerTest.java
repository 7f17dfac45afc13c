package dev.convene.chaos.checking;

import static dev.convene.chaos.checking.Scene.HOST;
import static dev.convene.chaos.checking.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {

  private final Scene scene = new Scene();

  @Test
  void whereAllIsWellNothingIsFound() {
    assertThat(scene.checked().violations()).isEmpty();
    assertThat(scene.checked().knownHole()).isEmpty();
  }

  @Test
  void anAcceptedRequestThatTheApiDoesNotKnowIsLost() {
    scene.claims.clear();
    scene.meetings.clear();
    scene.events.clear();
    scene.mails.clear();

    finds(Promise.NOTHING_LOST);
  }

  @Test
  void aRequestThatNobodyAcceptsIsLost() {
    scene.receipts.set(0, new Receipt(0, 503, null));
    scene.claims.clear();
    scene.meetings.clear();
    scene.events.clear();

    finds(Promise.NOTHING_LOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACCEPTED", "IN_PROGRESS", "DELAYED", "CANCELLING"})
  void whatHasNotEndedIsFound(String status) {
    scene.claims(status, null);

    finds(Promise.EVERYTHING_ENDS);
  }

  @Test
  void whatWasCancelledInGoodOrderIsAllWell() {
    scene.isCancelled();

    assertThat(scene.checked().violations()).isEmpty();
  }

  @Test
  void aCancellationThatWasAcceptedAndForgottenIsFound() {
    scene.cancels.add(new Cancel(0, scene.id, 202));

    finds(Promise.CANCELLED_ONCE);
  }

  @Test
  void aMeetingThatNobodyCancelledIsNotCancelled() {
    scene.isCancelled();
    scene.cancels.clear();

    finds(Promise.CANCELLED_ONCE);
  }

  @Test
  void whoWasInvitedIsToldOfTheCancellationOnce() {
    scene.isCancelled();
    scene.mails.add(scene.cancellation());

    finds(Promise.CANCELLED_ONCE);
  }

  @Test
  void whoWasInvitedAndIsNotToldOfTheCancellationIsFound() {
    scene.isCancelled();
    scene.mails.removeLast();

    finds(Promise.CANCELLED_ONCE);
  }

  @Test
  void whatIsLeftOfACancelledMeetingIsFound() {
    scene.isCancelled();
    scene.events.set(0, scene.event("e1", true));

    finds(Promise.NO_ORPHANS);
  }

  @Test
  void twoMeetingsWithOneTagAreFound() {
    scene.meetings.add(scene.meeting("m2", NOON.plusSeconds(60), null));

    finds(Promise.ONE_MEETING);
  }

  @Test
  void aSecondMeetingThatWasDeletedIsNone() {
    scene.meetings.add(scene.meeting("m2", NOON, NOON.plusSeconds(5)));

    assertThat(scene.checked().violations()).isEmpty();
  }

  @Test
  void aSecondMeetingAfterAPauseOfAWebexWorkerIsTheKnownHole() {
    scene.meetings.add(scene.meeting("m2", NOON.plusSeconds(11), null));
    scene.happenings.add(pauseOf("webex-service-2"));

    assertThat(scene.checked().violations()).isEmpty();
    assertThat(scene.checked().knownHole())
        .singleElement()
        .matches(violation -> violation.promise() == Promise.ONE_MEETING);
  }

  @Test
  void aPauseOfAnotherServiceIsNoExcuse() {
    scene.meetings.add(scene.meeting("m2", NOON.plusSeconds(11), null));
    scene.happenings.add(pauseOf("calendar-service"));

    finds(Promise.ONE_MEETING);
  }

  @Test
  void aPauseLongAgoIsNoExcuse() {
    scene.meetings.set(0, scene.meeting("m1", NOON.plusSeconds(30), null));
    scene.meetings.add(scene.meeting("m2", NOON.plusSeconds(40), null));
    scene.happenings.add(pauseOf("webex-service"));

    finds(Promise.ONE_MEETING);
  }

  private static Happening pauseOf(String target) {
    return new Happening(Happening.PAUSE, target, NOON, NOON.plusSeconds(10));
  }

  @Test
  void twoIdsForOneKeyAreFound() {
    Scene other = new Scene();
    UUID second = UUID.fromString("0197c0de-0000-7000-8000-000000000002");
    scene.receipts.add(new Receipt(0, 202, second));
    scene.claims.put(
        second,
        new Claim(
            second, "FAILED", "FAILED", HOST, NOON, null, "x", other.claim("x", null).timeline()));

    assertThat(scene.checked().broken(Promise.ONE_MEETING)).isEqualTo(2);
  }

  @Test
  void aMeetingThatNobodyWasGivenIsFound() {
    UUID nobodys = UUID.fromString("0197c0de-0000-7000-8000-000000000003");
    scene.claims.put(
        nobodys, new Claim(nobodys, "FAILED", "FAILED", HOST, NOON, null, "x", List.of()));

    finds(Promise.ONE_MEETING);
  }

  @Test
  void anEndThatOthersWereNotToldOfIsFound() {
    scene.told = List.of();

    finds(Promise.OTHERS_ARE_TOLD);
  }

  @Test
  void anEndThatOthersHeardOtherwiseIsFound() {
    scene.told = List.of(scene.told(2, "DELAYED"), scene.told(1, "SCHEDULED"));

    finds(Promise.OTHERS_ARE_TOLD);
  }

  @Test
  void copiesAreNothingWrong() {
    scene.told =
        List.of(
            scene.told(1, "DELAYED"),
            scene.told(2, "SCHEDULED"),
            scene.told(1, "DELAYED"),
            scene.told(2, "SCHEDULED"));

    assertThat(scene.checked().violations()).isEmpty();
  }

  @Test
  void twoOutcomesOfOneNumberAreFound() {
    scene.told = List.of(scene.told(1, "SCHEDULED"), scene.told(1, "FAILED"));

    finds(Promise.OTHERS_ARE_TOLD);
  }

  @Test
  void twoMailsToOnePersonAreFound() {
    scene.mails.add(scene.invitation());

    finds(Promise.ONE_INVITATION);
  }

  @Test
  void twoEventsAreFound() {
    scene.events.add(scene.event("e2", true));

    finds(Promise.ONE_INVITATION);
  }

  @Test
  void aMailOfWebexIsFound() {
    scene.webexMails.add(scene.invitation());

    finds(Promise.ONE_INVITATION);
  }

  @Test
  void aFailedMeetingThatIsStillAtWebexIsAnOrphan() {
    scene.claims("FAILED", "graph.refused");
    scene.events.set(0, scene.event("e1", false));

    finds(Promise.NO_ORPHANS);
  }

  @Test
  void aFailedMeetingThatIsStillInTheCalendarIsAnOrphan() {
    scene.claims("FAILED", "graph.refused");
    scene.meetings.set(0, scene.meeting("m1", NOON, NOON.plusSeconds(1)));

    finds(Promise.NO_ORPHANS);
  }

  @Test
  void whatNoRequestIsKnownForIsAnOrphan() {
    scene.meetings.add(
        new Truth.WebexMeeting("m9", "convene:" + UUID.randomUUID(), HOST, "link", NOON, null));
    scene.events.add(new Truth.Event("e9", null, HOST, true, NOON));

    assertThat(scene.checked().broken(Promise.NO_ORPHANS)).isEqualTo(2);
  }

  @Test
  void anInvitationToNothingIsAnOrphanAlsoWhereSomebodyHasToLook() {
    scene.claims("NEEDS_ATTENTION", "convene.contradiction");
    scene.meetings.clear();

    finds(Promise.NO_ORPHANS);
  }

  @Test
  void whoeverHasToLookIsToldWhy() {
    scene.claims("NEEDS_ATTENTION", null);

    finds(Promise.THE_API_IS_TRUE);
  }

  @Test
  void aMeetingThatIsScheduledAndNotAtWebexIsAnUntruth() {
    scene.meetings.clear();

    finds(Promise.THE_API_IS_TRUE);
  }

  @Test
  void aMeetingThatIsScheduledAndNotInTheCalendarIsAnUntruth() {
    scene.events.clear();

    finds(Promise.THE_API_IS_TRUE);
  }

  @Test
  void aLinkToAnotherMeetingIsAnUntruth() {
    scene.meetings.set(0, scene.meeting("m7", NOON, null));

    finds(Promise.THE_API_IS_TRUE);
  }

  @Test
  void aGuestWhoGotNoMailIsAnUntruth() {
    scene.mails.clear();

    finds(Promise.THE_API_IS_TRUE);
  }

  @Test
  void aListThatSaysSomethingElseIsAnUntruth() {
    scene.claims.put(scene.id, scene.claimListedAs("IN_PROGRESS", "SCHEDULED", null));

    finds(Promise.THE_API_IS_TRUE);
  }

  @Test
  void aSecondCreateCountsOnlyWhereNothingWasDisturbed() {
    scene.calls.add(scene.create("Webex"));

    finds(Promise.ONE_CALL);
    scene.disturbed = true;
    assertThat(scene.checked().violations()).isEmpty();
  }

  private void finds(Promise promise) {
    assertThat(scene.checked().violations())
        .singleElement()
        .matches(violation -> violation.promise() == promise, promise.name());
  }
}
