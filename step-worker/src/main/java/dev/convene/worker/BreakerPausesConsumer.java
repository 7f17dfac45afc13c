package dev.convene.worker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While the provider is down nothing is taken from Kafka: the backlog waits there, in order and
 * visible as lag, instead of being parked meeting by meeting.
 */
final class BreakerPausesConsumer {

  private static final Logger log = LoggerFactory.getLogger(BreakerPausesConsumer.class);

  private final Intake intake;

  BreakerPausesConsumer(Intake intake) {
    this.intake = intake;
  }

  void watch(CircuitBreaker breaker) {
    String objection = "the circuit breaker " + breaker.getName() + " is open";
    breaker
        .getEventPublisher()
        .onStateTransition(transition -> {
          State state = transition.getStateTransition().getToState();
          log.warn("Circuit breaker {} is {}", breaker.getName(), state);
          switch (state) {
            case OPEN, FORCED_OPEN -> intake.object(objection);
            case HALF_OPEN, CLOSED, DISABLED, METRICS_ONLY -> intake.withdraw(objection);
          }
        });
  }
}
