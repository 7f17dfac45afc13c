package dev.convene.gateway.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Expectation;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Step;
import dev.convene.gateway.progress.ProgressStore.Row;
import dev.convene.gateway.servers.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What is surely checked, and when. */
class DisturbancesTest {

  private static final Instant NOW = Instant.parse("2027-01-01T10:00:00Z");
  private static final Instant SOON = NOW.plus(Duration.ofMinutes(15));
  private static final Events EVENTS = new Events(new UUID(7, 7));

  private final Disturbances disturbances =
      new Disturbances(new CheckTimes(Duration.ofMinutes(15), Duration.ofHours(1), 3));

  @Test
  void whatWentWellIsNot() {
    assertThat(checkAt(fresh(), false, EVENTS.created(1), EVENTS.sent(2))).isEmpty();
    assertThat(checkAt(fresh(), false, EVENTS.refused(1))).isEmpty();
  }

  @Test
  void whatWasDelayedFailedOrMadeTwiceIs() {
    assertThat(checkAt(fresh(), false, EVENTS.delayed(Step.CREATE_MEETING, 1))).contains(SOON);
    assertThat(checkAt(fresh(), false, EVENTS.created(1), EVENTS.failed(2))).contains(SOON);
    assertThat(checkAt(fresh(), false, EVENTS.attention(Step.SEND_INVITATION, 2))).contains(SOON);
    assertThat(checkAt(fresh(), false, EVENTS.created(1), EVENTS.created(2, "webex-2")))
        .contains(SOON);
  }

  @Test
  void whatWasSentAgainIs() {
    assertThat(checkAt(fresh(), true, EVENTS.sent(2))).contains(SOON);
    assertThat(checkAt(row(1, null, 0), false, EVENTS.sent(2))).contains(SOON);
  }

  @Test
  void whatIsToBeCheckedIsCheckedWhenItHasComeToRest() {
    assertThat(checkAt(row(0, NOW.plusSeconds(1), 0), false, EVENTS.sent(2))).contains(SOON);
  }

  @Test
  void aCleanCheckEndsItAndAFindingIsLookedAtAgainLaterAndLater() {
    MeetingMessage clean = EVENTS.checked(1, Expectation.BOTH, List.of("webex-1"), List.of("e"));
    MeetingMessage missing = EVENTS.checked(1, Expectation.BOTH, List.of("webex-1"), List.of());
    assertThat(checkAt(row(0, NOW, 1), false, clean)).isEmpty();
    assertThat(checkAt(row(0, NOW, 1), false, missing)).contains(NOW.plus(Duration.ofHours(1)));
    assertThat(checkAt(row(0, NOW, 2), false, missing)).contains(NOW.plus(Duration.ofHours(2)));
    assertThat(checkAt(row(0, NOW, 3), false, missing)).as("often enough").isEmpty();
  }

  @Test
  void aRepairIsNoNewDisturbanceAndLeavesTheCheckUnderWay() {
    assertThat(checkAt(row(0, SOON, 1), false, EVENTS.deleted(1, Expectation.BOTH, "webex-2")))
        .contains(SOON);
  }

  private static Row fresh() {
    return row(0, null, 0);
  }

  private static Row row(int copies, Instant checkAt, int checks) {
    return new Row(new UUID(7, 7), Progress.none(), copies, Optional.ofNullable(checkAt), checks);
  }

  private Optional<Instant> checkAt(Row row, boolean resent, MeetingMessage... events) {
    List<Heard> news =
        Stream.of(events)
            .map(event ->
                new Heard(
                    row.id(),
                    Fact.of(event.toString(), event),
                    resent,
                    new ConsumerRecord<>("t", 0, 0, new byte[0], new byte[0])))
            .toList();
    Progress after = row.progress();
    for (Heard heard : news) {
      after = after.with(heard.fact());
    }
    return disturbances.checkAt(row, after, news, NOW);
  }
}
