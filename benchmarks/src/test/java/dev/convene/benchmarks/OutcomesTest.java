package dev.convene.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  private static final Instant BEGAN = Instant.parse("2030-01-01T00:00:00Z");
  private static final long MILLI = 1_000_000;

  @Test
  void percentilesAreTrueToThreeDigits() {
    Latency latency = Latency.ofNanos(LongStream.rangeClosed(1, 1000).map(each -> each * MILLI));

    assertThat(latency.count()).isEqualTo(1000);
    assertThat(latency.p50()).isCloseTo(500, within(0.5));
    assertThat(latency.p95()).isCloseTo(950, within(1.0));
    assertThat(latency.p99()).isCloseTo(990, within(1.0));
    assertThat(latency.max()).isCloseTo(1000, within(1.0));
  }

  @Test
  void aLoadThatIsCompletedAfterASteadyWhileIsKeptUp() {
    Steady steady = Steady.of(aLoad(at -> at + 200 * MILLI), 10);

    assertThat(steady.keptUp()).isTrue();
    assertThat(steady.offered()).isEqualTo(100);
    assertThat(steady.accepted()).isEqualTo(100);
    assertThat(steady.completed()).isEqualTo(100);
    assertThat(steady.backlogAtStart()).isCloseTo(20, within(1L));
    assertThat(steady.backlogAtEnd()).isCloseTo(20, within(1L));
  }

  @Test
  void aLoadWhoseBacklogGrowsIsNotKeptUp() {
    Steady steady = Steady.of(aLoad(at -> at + at / 4), 10);

    assertThat(steady.completed()).isCloseTo(80, within(1.0));
    assertThat(steady.backlogAtEnd()).isCloseTo(200, within(2L));
    assertThat(steady.keptUp()).isFalse();
  }

  @Test
  void aLoadThatStallsAtItsEndIsNotKeptUp() {
    long stall = 9_300 * MILLI;

    assertThat(Steady.of(aLoad(at -> at < stall ? at : at + 9000 * MILLI), 10).keptUp()).isFalse();
  }

  @Test
  void latencyCountsFromTheTimeThatWasIntended() {
    Exchange late = new Exchange(0, 70 * MILLI, 100 * MILLI, 202, new UUID(0, 1));
    Map<UUID, Instant> invited = Map.of(new UUID(0, 1), BEGAN.plusMillis(250));
    Outcomes outcomes = Outcomes.of(List.of(late), invited, BEGAN);

    Map<String, Latency> latencies = Measurement.latencies(outcomes, Duration.ofMillis(50));

    assertThat(latencies.get("request to 202").max()).isCloseTo(100, within(0.1));
    assertThat(latencies.get("request to invitation").max()).isCloseTo(250, within(0.2));
    assertThat(latencies.get("202 to invitation").max()).isCloseTo(150, within(0.1));
    assertThat(latencies.get("202 to invitation, less 2 x 50 ms").max()).isCloseTo(50, within(0.1));
    assertThat(latencies.get("request sent late by").max()).isCloseTo(70, within(0.1));
  }

  @Test
  void whatIsRefusedOrNeverInvitedIsToldApart() {
    Exchange refused = new Exchange(0, 0, 1, 503, null);
    Exchange unanswered = new Exchange(0, 0, 1, Exchange.NO_ANSWER, null);
    Exchange forgotten = new Exchange(0, 0, 1, 202, new UUID(0, 1));
    Outcomes outcomes =
        Outcomes.of(List.of(refused, refused, unanswered, forgotten), Map.of(), BEGAN);

    assertThat(outcomes.errors()).containsExactlyEntriesOf(errors());
    assertThat(outcomes.incomplete()).containsExactly(new UUID(0, 1));
    assertThat(outcomes.backlogAt(MILLI)).isEqualTo(1);
  }

  @Test
  void aBacklogIsDrainedFromTheWorkersStartToTheLastInvitation() {
    Map<UUID, Instant> invited = new HashMap<>();
    List<Exchange> exchanges =
        IntStream.range(0, 1001)
            .mapToObj(n -> {
              invited.put(new UUID(0, n), BEGAN.plusMillis(10_000 + 10L * n));
              return new Exchange(0, 0, n * MILLI, 202, new UUID(0, n));
            })
            .toList();

    Drain drain = Drain.of(Outcomes.of(exchanges, invited, BEGAN), 5, 10);

    assertThat(drain.acceptSeconds()).isEqualTo(1);
    assertThat(drain.drainedAt()).isEqualTo(20);
    assertThat(drain.perSecond()).isCloseTo(66.7, within(0.1));
    assertThat(drain.perSecondOnceReady()).isCloseTo(100, within(0.2));
    assertThat(drain.middlePerSecond()).isCloseTo(100, within(0.2));
  }

  private static Map<Integer, Long> errors() {
    Map<Integer, Long> errors = new TreeMap<>();
    errors.put(0, 1L);
    errors.put(503, 2L);
    return errors;
  }

  /** A hundred requests a second for ten seconds, all accepted at once. */
  private static Outcomes aLoad(LongUnaryOperator invitedAt) {
    Map<UUID, Instant> invited = new HashMap<>();
    Arrivals arrivals = Arrivals.steady(100, 10);
    List<Exchange> exchanges =
        IntStream.range(0, arrivals.count())
            .mapToObj(n -> {
              long at = arrivals.at(n);
              invited.put(new UUID(0, n), BEGAN.plusNanos(invitedAt.applyAsLong(at)));
              return new Exchange(at, at, at, 202, new UUID(0, n));
            })
            .toList();
    return Outcomes.of(exchanges, invited, BEGAN);
  }
}
