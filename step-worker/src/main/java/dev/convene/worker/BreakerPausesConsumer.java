package dev.convene.worker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * While the provider is down nothing is taken from Kafka: the backlog waits there, in order and
 * visible as lag, instead of being parked meeting by meeting. Whether the provider is back, a few
 * parked steps find out; a whole batch would be parked for ten calls.
 */
final class BreakerPausesConsumer {

  private static final Logger log = LoggerFactory.getLogger(BreakerPausesConsumer.class);

  private final Intake intake;
  private final Probes probes;

  BreakerPausesConsumer(Intake intake, Probes probes) {
    this.intake = intake;
    this.probes = probes;
  }

  void watch(CircuitBreaker breaker) {
    String objection = "the circuit breaker " + breaker.getName() + " is open";
    int calls = breaker.getCircuitBreakerConfig().getPermittedNumberOfCallsInHalfOpenState();
    breaker
        .getEventPublisher()
        .onStateTransition(transition -> {
          State state = transition.getStateTransition().getToState();
          log.warn("Circuit breaker {} is {}", breaker.getName(), state);
          switch (state) {
            case OPEN, FORCED_OPEN -> intake.object(objection);
            case HALF_OPEN -> {
              if (!hasProbes(calls)) {
                intake.withdraw(objection);
              }
            }
            case CLOSED, DISABLED, METRICS_ONLY -> intake.withdraw(objection);
          }
        });
  }

  /** Where there are none, or nobody can say, what comes from Kafka has to find out. */
  private boolean hasProbes(int calls) {
    try {
      return probes.hurry(calls) > 0;
    } catch (DataAccessException e) {
      log.warn("No parked step can be taken as a probe: {}", e.toString());
      return false;
    }
  }
}
