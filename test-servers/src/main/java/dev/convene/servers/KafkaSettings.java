package dev.convene.servers;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One node that holds one replica of everything, with small buffers and short waits. */
final class KafkaSettings {

  private KafkaSettings() {}

  /**
   * @param listen where clients come in
   * @param advertised what they are told
   * @param internal a port for what the broker tells itself
   */
  static Map<String, String> of(
      String listen, String advertised, int internal, int controller, String folder) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("node.id", "1");
    settings.put("process.roles", "broker,controller");
    settings.put("controller.quorum.voters", "1@localhost:" + controller);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("inter.broker.listener.name", "ITSELF");
    settings.put(
        "listeners",
        "CLIENTS://%s,ITSELF://localhost:%d,CONTROLLER://localhost:%d"
            .formatted(listen, internal, controller));
    settings.put(
        "advertised.listeners",
        "CLIENTS://%s,ITSELF://localhost:%d".formatted(advertised, internal));
    settings.put(
        "listener.security.protocol.map",
        "CLIENTS:PLAINTEXT,ITSELF:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("log.dirs", folder);
    settings.put("auto.create.topics.enable", "false");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "3");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "3");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    return settings;
  }

  /** As a properties file has them. */
  static String properties(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** As the image takes them from its environment. */
  static Map<String, String> environment(Map<String, String> settings) {
    return settings.entrySet().stream()
        .collect(
            Collectors.toMap(
                it -> "KAFKA_" + it.getKey().replace('.', '_').toUpperCase(Locale.ROOT),
                Map.Entry::getValue));
  }
}
