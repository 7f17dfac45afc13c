package dev.convene.worker;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;

/**
 * Whether steps are taken from Kafka: as long as nobody has anything against it. The backlog waits
 * there, in order and visible as lag.
 */
final class Intake {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final ObjectProvider<BindingsLifecycleController> bindings;
  private final String binding;
  private final Set<String> objections = new HashSet<>();

  Intake(ObjectProvider<BindingsLifecycleController> bindings, String binding) {
    this.bindings = bindings;
    this.binding = binding;
  }

  /**
   * Nothing is taken until whoever objects has withdrawn it. Where it is not bound yet, it waits.
   */
  synchronized void object(String objection) {
    if (objections.add(objection)) {
      log.warn("Nothing is taken from Kafka: {}", objection);
      bindings.getObject().changeState(binding, State.PAUSED);
    }
  }

  synchronized void withdraw(String objection) {
    if (objections.remove(objection) && objections.isEmpty()) {
      log.warn("Steps are taken from Kafka again");
      bindings.getObject().changeState(binding, State.RESUMED);
    }
  }

  synchronized boolean isClosed() {
    return !objections.isEmpty();
  }
}
