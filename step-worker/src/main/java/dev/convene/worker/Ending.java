package dev.convene.worker;

import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Knows that this process is coming to its end. From then on nothing is taken from Kafka, and no
 * call begins: what has been taken and not begun is parked, so that a process that is stopped is
 * gone as soon as its calls under way have their answers.
 */
final class Ending implements BooleanSupplier, ApplicationListener<ContextClosedEvent> {

  private final ApplicationContext context;
  private final ObjectProvider<BindingsLifecycleController> bindings;
  private final String binding;
  private volatile boolean begun;

  Ending(
      ApplicationContext context,
      ObjectProvider<BindingsLifecycleController> bindings,
      String binding) {
    this.context = context;
    this.bindings = bindings;
    this.binding = binding;
  }

  @Override
  public boolean getAsBoolean() {
    return begun;
  }

  /** Comes before anything is stopped; the binder's own contexts close later, and say so too. */
  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    if (closed.getApplicationContext().equals(context) && !begun) {
      begun = true;
      bindings.ifAvailable(
          controller -> controller.changeState(binding, BindingsLifecycleController.State.PAUSED));
    }
  }
}
