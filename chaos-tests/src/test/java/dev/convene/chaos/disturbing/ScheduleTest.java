package dev.convene.chaos.disturbing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.chaos.disturbing.Disturbance.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final List<String> SERVICES =
      List.of("gateway-service", "webex-service", "webex-service-2", "calendar-service");
  private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

  @Test
  void theSameSeedIsTheSameSchedule() {
    assertThat(Schedule.of(7, MINUTE, ALL, SERVICES))
        .isEqualTo(Schedule.of(7, MINUTE, ALL, SERVICES.reversed()));
  }

  @Test
  void anotherSeedIsAnotherSchedule() {
    assertThat(Schedule.of(7, MINUTE, ALL, SERVICES).planned())
        .isNotEqualTo(Schedule.of(8, MINUTE, ALL, SERVICES).planned());
  }

  @Test
  void inAMinuteEveryKindHasItsTurn() {
    for (long seed = 0; seed < 50; seed++) {
      assertThat(Schedule.of(seed, MINUTE, ALL, SERVICES).planned())
          .extracting(planned -> planned.what().words())
          .anyMatch(words -> words.startsWith("kill"))
          .anyMatch(words -> words.startsWith("stop"))
          .anyMatch(words -> words.equals("pause"))
          .anyMatch(words -> words.endsWith("from kafka"))
          .anyMatch(words -> words.endsWith("from postgresql"));
    }
  }

  @Test
  void inALongRunEveryServiceIsKilledAndPaused() {
    List<Disturbance> all =
        Schedule.of(1, Duration.ofMinutes(6), ALL, SERVICES).planned().stream()
            .map(Schedule.Planned::what)
            .toList();

    for (String service : SERVICES) {
      assertThat(all).contains(new Disturbance.Kill(service), new Disturbance.Pause(service));
    }
  }

  @Test
  void everythingBeginsWithinTheLoad() {
    assertThat(Schedule.of(3, MINUTE, ALL, SERVICES).planned())
        .isNotEmpty()
        .allMatch(planned -> planned.at().compareTo(MINUTE) <= 0);
  }

  @Test
  void aPauseIsLongerThanASession() {
    assertThat(Schedule.of(3, MINUTE, EnumSet.of(Kind.PAUSE), SERVICES).planned())
        .isNotEmpty()
        .allMatch(planned -> planned.lasts().compareTo(Schedule.SESSION) > 0);
  }

  @Test
  void whereNoKindIsWantedNothingHappens() {
    assertThat(Schedule.of(3, MINUTE, EnumSet.noneOf(Kind.class), SERVICES).planned()).isEmpty();
  }
}
