package dev.convene.gateway.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.MessageType;
import dev.convene.contracts.SchedulingOutcome;
import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.Envelope;
import dev.convene.gateway.kafka.Outlet;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The topic on which other systems learn where their requests stand. */
@Component
public class OutcomeTopic {

  private static final String SOURCE = "/gateway-service";

  private final Outlet outlet;
  private final InstantSource clock;
  private final JsonMapper mapper;
  private final MeterRegistry metrics;

  OutcomeTopic(Outlet outlet, InstantSource clock, JsonMapper mapper, MeterRegistry metrics) {
    this.outlet = outlet;
    this.clock = clock;
    this.mapper = mapper;
    this.metrics = metrics;
  }

  /**
   * Returns when all of them are safe at the broker.
   *
   * @throws java.util.concurrent.CompletionException when one of them is not; all may be said again
   */
  void say(List<Announcement> announcements) {
    List<CompletableFuture<?>> sends = new ArrayList<>(announcements.size());
    for (Announcement each : announcements) {
      CompletableFuture<?> send = send(each.outcome(), each.again());
      if (send.isCompletedExceptionally()) {
        send.join(); // Kafka is away: the rest need not each wait for it
      }
      sends.add(send);
    }
    CompletableFuture.allOf(sends.toArray(CompletableFuture<?>[]::new)).join();
  }

  /**
   * Sends one outcome. May block, see {@link Outlet#send}.
   *
   * @param again whether it may have been said before
   * @return completes when the broker has it, or fails
   */
  public CompletableFuture<?> send(SchedulingOutcome outcome, boolean again) {
    MessageType type = MessageType.of(outcome);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.SCHEDULING_OUTCOMES,
            outcome.key().getBytes(UTF_8),
            mapper.writeValueAsBytes(outcome));
    // The same for every copy.
    String name = outcome.subject() + "/" + outcome.number() + "/" + type.typeName();
    new Envelope(
            UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString(),
            type.typeName(),
            SOURCE,
            outcome.subject(),
            clock.instant(),
            again)
        .headers()
        .forEach((header, value) -> record.headers().add(header, value.getBytes(UTF_8)));
    metrics.counter("convene.outcomes", "type", type.typeName()).increment();
    return outlet.send(record);
  }
}
