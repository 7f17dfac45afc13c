package dev.convene.gateway.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Expectation;
import dev.convene.contracts.Reason;
import dev.convene.gateway.servers.Events;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {

  private static final Events EVENTS = new Events(new UUID(7, 7));

  /** How many there are on each side, and what a person is told of it. */
  @ParameterizedTest
  @CsvSource({
    "BOTH, 1, 1, none",
    "BOTH, 0, 0, none",
    "BOTH, 0, 1, check.meeting-missing",
    "BOTH, 1, 0, check.invitation-missing",
    "BOTH, 2, 1, check.meeting-surplus",
    "BOTH, 1, 2, check.invitation-surplus",
    "NONE, 0, 0, none",
    "NONE, 1, 0, check.meeting-left",
    "NONE, 0, 1, check.invitation-left",
    "UNSURE, 1, 0, none",
    "UNSURE, 0, 0, none",
    "UNSURE, 1, 1, none",
    "UNSURE, 0, 1, check.meeting-missing",
    "UNSURE, 2, 1, check.meeting-surplus",
  })
  void whatIsNotAsItShouldBeIsSaid(Expectation expected, int meetings, int events, String finding) {
    Reason reason =
        Findings.of(
            EVENTS.checked(
                1,
                expected,
                List.of("w1", "w2").subList(0, meetings),
                List.of("e1", "e2").subList(0, events)));
    assertThat(reason == null ? "none" : reason.code()).isEqualTo(finding);
  }
}
