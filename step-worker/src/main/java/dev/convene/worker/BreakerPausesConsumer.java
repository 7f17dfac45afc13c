package dev.convene.worker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;

/**
 * While the provider is down nothing is taken from Kafka: the backlog waits there, in order and
 * visible as lag, instead of being parked meeting by meeting.
 */
final class BreakerPausesConsumer {

  private static final Logger log = LoggerFactory.getLogger(BreakerPausesConsumer.class);

  private final BindingsLifecycleController bindings;
  private final String binding;

  BreakerPausesConsumer(BindingsLifecycleController bindings, String binding) {
    this.bindings = bindings;
    this.binding = binding;
  }

  void watch(CircuitBreaker breaker) {
    breaker
        .getEventPublisher()
        .onStateTransition(transition -> {
          State state = transition.getStateTransition().getToState();
          log.warn("Circuit breaker {} is {}", breaker.getName(), state);
          switch (state) {
            case OPEN, FORCED_OPEN ->
                bindings.changeState(binding, BindingsLifecycleController.State.PAUSED);
            case HALF_OPEN, CLOSED, DISABLED, METRICS_ONLY ->
                bindings.changeState(binding, BindingsLifecycleController.State.RESUMED);
          }
        });
  }
}
