package dev.convene.gateway.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.JsonDefaults;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/** What other systems read about their meetings. */
public final class Outcomes {

  private final Topic topic;

  public Outcomes(Broker broker) {
    this.topic = new Topic(broker, Topics.SCHEDULING_OUTCOMES);
  }

  /**
   * One of them.
   *
   * @param again whether it says that it may have been said before
   */
  public record Told(String id, String key, String type, boolean again, JsonNode body) {

    public String numbered() {
      return body.get("number").intValue() + " " + type;
    }
  }

  /** All about one meeting, in the order in which they stand there. */
  public List<Told> about(Object meetingId) {
    return topic.about(meetingId).stream().map(Outcomes::told).toList();
  }

  /** The same, in short. */
  public List<String> inShort(Object meetingId) {
    return about(meetingId).stream().map(Told::numbered).toList();
  }

  private static Told told(ConsumerRecord<byte[], byte[]> record) {
    return new Told(
        Topic.header(record, "ce_id"),
        new String(record.key(), UTF_8),
        Topic.header(record, "ce_type"),
        "true".equals(Topic.header(record, "ce_resent")),
        JsonDefaults.mapper().readTree(record.value()));
  }
}
