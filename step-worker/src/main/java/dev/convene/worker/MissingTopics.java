package dev.convene.worker;

import java.util.List;

/** Kafka lacks topics without which the service must not start. */
final class MissingTopics extends RuntimeException {

  MissingTopics(List<String> names) {
    super("Kafka has no topic " + String.join(", ", names));
  }
}
