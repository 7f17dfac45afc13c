package dev.convene.worker;

import dev.convene.contracts.MeetingMessage;
import dev.convene.defaults.messaging.Envelope;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who handles what. */
final class Handlers {

  private final Map<Class<?>, StepHandler<?>> byMessage;

  Handlers(List<StepHandler<?>> handlers) {
    byMessage =
        handlers.stream()
            .collect(Collectors.toUnmodifiableMap(StepHandler::takes, Function.identity()));
  }

  List<StepHandler<?>> all() {
    return List.copyOf(byMessage.values());
  }

  /** The work that this message asks of this worker; null where it is none of its business. */
  @Nullable Work<?> workFor(Envelope envelope, MeetingMessage message) {
    StepHandler<?> handler = byMessage.get(message.getClass());
    return handler == null ? null : work(handler, envelope, message);
  }

  private static <M extends MeetingMessage> Work<M> work(
      StepHandler<M> handler, Envelope envelope, MeetingMessage message) {
    return new Work<>(envelope, handler.takes().cast(message), handler);
  }
}
