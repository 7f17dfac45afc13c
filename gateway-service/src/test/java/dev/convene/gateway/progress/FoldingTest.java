package dev.convene.gateway.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Expectation;
import dev.convene.contracts.MeetingCancelled;
import dev.convene.contracts.MeetingDelayed;
import dev.convene.contracts.MeetingFailed;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MeetingNeedsAttention;
import dev.convene.contracts.MeetingScheduled;
import dev.convene.contracts.Reason;
import dev.convene.contracts.SchedulingOutcome;
import dev.convene.contracts.Step;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.gateway.progress.Folding.Folded;
import dev.convene.gateway.progress.ProgressStore.Change;
import dev.convene.gateway.progress.ProgressStore.Row;
import dev.convene.gateway.servers.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What other systems are told, and when. */
class FoldingTest {

  private static final UUID ID = new UUID(7, 7);
  private static final String HOST = "ada@example.com";
  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

  private final Events events = new Events(ID);
  private final Folding folding =
      new Folding(
          new SweepTimes(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofMinutes(2)),
          new Disturbances(new CheckTimes(Duration.ofMinutes(15), Duration.ofHours(1), 8)));
  private final List<Announcement> said = new ArrayList<>();
  private Row row = row(Progress.none(), 0);

  private static Row row(Progress progress, int outcomes) {
    return new Row(ID, HOST, progress, 0, Optional.empty(), 0, outcomes);
  }

  /** A batch with this arrives, and what comes of it is committed. */
  private List<Announcement> commits(MeetingMessage... batch) {
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("t", 0, 0, null, null);
    List<Heard> news =
        Stream.of(batch)
            .map(event -> new Heard(ID, Fact.of(event.toString(), event), false, record))
            .toList();
    Folded folded = folding.fold(row, news, NOW);
    folded.change().ifPresent(this::commit);
    return folded.announcements();
  }

  private void commit(Change change) {
    row = row(change.progress(), change.outcomes());
  }

  private void tells(MeetingMessage... batch) {
    said.addAll(commits(batch));
  }

  private List<String> said() {
    return words(said);
  }

  private static List<String> words(List<Announcement> announcements) {
    return announcements.stream()
        .map(each ->
            each.outcome().number()
                + " "
                + each.outcome().getClass().getSimpleName()
                + (each.again() ? " again" : ""))
        .toList();
  }

  private SchedulingOutcome last() {
    return said.getLast().outcome();
  }

  @Test
  void aMeetingThatGoesWellIsSpokenOfOnce() {
    tells(events.created(1));
    assertThat(said()).isEmpty();
    tells(events.sent(2, "webex-1"));

    assertThat(said()).containsExactly("1 MeetingScheduled");
    MeetingScheduled scheduled = (MeetingScheduled) last();
    assertThat(scheduled.joinLink()).hasToString("https://example.webex.com/meet/j/1");
    assertThat(scheduled.eventLink()).startsWith("https://outlook.office365.com/");
    assertThat(scheduled.host()).isEqualTo(HOST);
    assertThat(scheduled.at()).isEqualTo("2027-01-01T09:00:02.300Z");
  }

  @Test
  void whatIsSaidHoldsNothingToJoinWithButTheLink() {
    tells(events.created(1), events.sent(2));
    assertThat(JsonDefaults.mapper().writeValueAsString(last()))
        .doesNotContainIgnoringCase("password")
        .doesNotContain("2551234567")
        .doesNotContain("secret-word");
  }

  @Test
  void whatIsDelayedTenTimesIsSaidToBeDelayedOnce() {
    for (int second = 1; second <= 10; second++) {
      tells(events.delayed(Step.CREATE_MEETING, second));
    }
    assertThat(said()).containsExactly("1 MeetingDelayed");
    MeetingDelayed delayed = (MeetingDelayed) last();
    assertThat(delayed.reason().code()).isEqualTo("webex.unavailable");
    assertThat(delayed.nextAttemptAt()).isEqualTo("2027-01-01T09:10:01Z");

    tells(events.created(11));
    tells(events.sent(12));
    assertThat(said()).containsExactly("1 MeetingDelayed", "2 MeetingScheduled");
  }

  @Test
  void itIsSaidToBeDelayedAgainOnceItHasMovedOn() {
    tells(events.delayed(Step.CREATE_MEETING, 1));
    tells(events.created(2));
    tells(events.delayed(Step.SEND_INVITATION, 3));
    tells(events.delayed(Step.SEND_INVITATION, 4));
    assertThat(said()).containsExactly("1 MeetingDelayed", "2 MeetingDelayed");
  }

  @Test
  void aMeetingIsNotSaidToBeScheduledBeforeItsLinkIsKnown() {
    tells(events.sent(2, "webex-2"));
    tells(events.created(1, "webex-1"));
    assertThat(said()).as("webex-1 is not what people are invited to").isEmpty();

    tells(events.created(3, "webex-2"));
    assertThat(said()).containsExactly("1 MeetingScheduled");
  }

  @Test
  void aFailureIsSaidWithItsReasonWhenNothingIsLeft() {
    tells(events.created(1));
    tells(events.failed(2));
    assertThat(said()).isEmpty();
    tells(events.withdrawn(3));

    assertThat(said()).containsExactly("1 MeetingFailed");
    assertThat(((MeetingFailed) last()).reason().code()).isEqualTo("graph.refused");
  }

  @Test
  void whatNeedsAPersonIsSaidAndHowItEndedToo() {
    tells(events.created(1), events.failed(2));
    tells(events.attention(Step.WITHDRAW_MEETING, 3));
    assertThat(((MeetingNeedsAttention) last()).reason().code()).isEqualTo("webex.cannot-delete");
    tells(events.withdrawn(4));
    assertThat(said()).containsExactly("1 MeetingNeedsAttention", "2 MeetingFailed");
  }

  @Test
  void whatACheckFindsIsSaidWhereItChangesTheState() {
    tells(events.created(1));
    tells(events.sent(2));
    tells(events.checked(900, Expectation.BOTH, List.of("webex-1"), List.of("AAMk=")));
    assertThat(said()).as("all is as it should be").containsExactly("1 MeetingScheduled");

    tells(events.checked(4500, Expectation.BOTH, List.of(), List.of()));
    assertThat(last()).isInstanceOf(MeetingCancelled.class);
    assertThat(last().number()).isEqualTo(2);
  }

  @Test
  void whatMayNotHaveBeenSaidSinceTheBatchComesAgainIsSaidUnderTheSameNumber() {
    commits(events.delayed(Step.CREATE_MEETING, 1)); // and then the process dies
    Progress committed = row.progress();

    tells(events.delayed(Step.CREATE_MEETING, 1));

    assertThat(said()).containsExactly("1 MeetingDelayed again");
    assertThat(row.progress()).isEqualTo(committed);
  }

  @Test
  void whatMayNotHaveBeenSaidIsSaidBeforeWhatFollowedIt() {
    commits(events.delayed(Step.CREATE_MEETING, 1));

    tells(events.delayed(Step.CREATE_MEETING, 1), events.created(2), events.sent(3));

    assertThat(said()).containsExactly("1 MeetingDelayed again", "2 MeetingScheduled");
  }

  @Test
  void aLateCopyOfAnEventSaysOnlyWhereTheMeetingStandsNow() {
    tells(events.delayed(Step.CREATE_MEETING, 1));
    tells(events.created(2));
    tells(events.sent(3));
    tells(events.delayed(Step.CREATE_MEETING, 1));
    assertThat(said())
        .containsExactly("1 MeetingDelayed", "2 MeetingScheduled", "2 MeetingScheduled again");
  }

  @Test
  void whatAnOperatorDidIsSaidBeforeWhatFollowedIt() {
    tells(events.created(1), events.failed(2), events.attention(Step.WITHDRAW_MEETING, 3));
    Progress closed =
        row.progress()
            .with(
                Fact.abandoned(
                    "1", Step.WITHDRAW_MEETING, new Reason("operations.by-hand", "Done."), NOW));
    said.addAll(Announcements.of(row, closed, true));
    row = row(closed, Announcements.count(row, closed));

    tells(events.checked(99_999, Expectation.NONE, List.of("webex-1"), List.of("AAMk=")));

    assertThat(said())
        .containsExactly(
            "1 MeetingNeedsAttention",
            "1 MeetingNeedsAttention again",
            "2 MeetingFailed",
            "2 MeetingFailed again",
            "3 MeetingNeedsAttention");
  }

  @Test
  void whatWasThereBeforeThereWereOutcomesIsNotSaidBelatedly() {
    row = row(Told.of(events.created(1), events.sent(2)), 0);
    tells(events.created(1), events.sent(2));
    assertThat(said()).isEmpty();
  }
}
