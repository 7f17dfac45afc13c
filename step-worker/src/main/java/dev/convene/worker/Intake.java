package dev.convene.worker;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;

/**
 * Whether steps are taken from Kafka: as long as nobody has anything against it. The backlog waits
 * there, in order and visible as lag.
 */
final class Intake {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final Consumer<State> binding;
  private final Set<String> objections = new HashSet<>();

  /**
   * @param binding is told to pause, and to go on
   */
  Intake(Consumer<State> binding) {
    this.binding = binding;
  }

  /**
   * Nothing is taken until whoever objects has withdrawn it. Where it is not bound yet, it waits.
   */
  synchronized void object(String objection) {
    if (objections.add(objection)) {
      log.warn("Nothing is taken from Kafka: {}", objection);
      binding.accept(State.PAUSED);
    }
  }

  synchronized void withdraw(String objection) {
    if (objections.remove(objection) && objections.isEmpty()) {
      log.warn("Steps are taken from Kafka again");
      binding.accept(State.RESUMED);
    }
  }

  synchronized boolean isClosed() {
    return !objections.isEmpty();
  }
}
