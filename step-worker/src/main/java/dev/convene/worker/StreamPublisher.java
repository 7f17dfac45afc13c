package dev.convene.worker;

import dev.convene.contracts.MeetingMessage;
import java.util.List;
import org.springframework.cloud.stream.function.StreamBridge;

/** Publishes through the worker's own output binding, each message in a transaction of its own. */
final class StreamPublisher implements Publisher {

  private final StreamBridge bridge;
  private final Outbound outbound;
  private final String binding;

  StreamPublisher(StreamBridge bridge, Outbound outbound, String binding) {
    this.bridge = bridge;
    this.outbound = outbound;
    this.binding = binding;
  }

  @Override
  public void publish(List<? extends MeetingMessage> messages, boolean resent) {
    for (MeetingMessage message : messages) {
      if (!bridge.send(binding, outbound.message(message, resent))) {
        throw new IllegalStateException("the binder did not take a message for " + binding);
      }
    }
  }
}
