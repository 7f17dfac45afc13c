package dev.convene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class BreakerPausesConsumerTest {

  private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("webex");
  private final List<Integer> hurried = new ArrayList<>();
  private final Intake intake = new Intake(_ -> {});
  private int parked;

  @BeforeEach
  void watched() {
    new BreakerPausesConsumer(intake, this::hurry).watch(breaker);
  }

  @Test
  void nothingIsTakenWhileTheBreakerIsOpen() {
    breaker.transitionToOpenState();
    assertThat(intake.isClosed()).isTrue();
  }

  @Test
  void halfOpenParkedStepsFindOutAndKafkaWaits() {
    parked = 3;
    breaker.transitionToOpenState();
    breaker.transitionToHalfOpenState();
    assertThat(hurried).containsExactly(10);
    assertThat(intake.isClosed()).isTrue();
  }

  @Test
  void whereNothingIsParkedWhatComesFromKafkaFindsOut() {
    breaker.transitionToOpenState();
    breaker.transitionToHalfOpenState();
    assertThat(intake.isClosed()).isFalse();
  }

  @Test
  void withoutADatabaseWhatComesFromKafkaFindsOut() {
    parked = -1;
    breaker.transitionToOpenState();
    breaker.transitionToHalfOpenState();
    assertThat(intake.isClosed()).isFalse();
  }

  @Test
  void whenItIsClosedAllGoesOn() {
    parked = 3;
    breaker.transitionToOpenState();
    breaker.transitionToHalfOpenState();
    breaker.transitionToClosedState();
    assertThat(intake.isClosed()).isFalse();
  }

  private int hurry(int most) {
    if (parked < 0) {
      throw new DataAccessResourceFailureException("away");
    }
    hurried.add(most);
    return Math.min(parked, most);
  }
}
