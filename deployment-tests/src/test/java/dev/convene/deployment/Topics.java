package dev.convene.deployment;

import static dev.convene.contracts.Topics.CONSUMERS;
import static dev.convene.contracts.Topics.deadLetter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics of the manifests, compared with those of the contracts. */
final class Topics {

  private Topics() {}

  /** Topics that are too many or missing, where the manifests make them. */
  static Stream<String> notTheContracts(Manifests manifests) {
    Set<String> made =
        manifests.all("KafkaTopic").map(Manifests::nameOf).collect(Collectors.toSet());
    Set<String> wanted = new TreeSet<>(CONSUMERS.keySet());
    CONSUMERS.forEach(
        (topic, readers) -> readers.forEach(reader -> wanted.add(deadLetter(topic, reader))));
    return made.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            wanted.stream().filter(it -> !made.contains(it)).map(it -> it + " is missing"),
            made.stream().filter(it -> !wanted.contains(it)).map(it -> it + " is not ours"));
  }

  /** Triggers for what the service does not read, and what it works on without a trigger. */
  static Stream<String> notReadBy(Manifests manifests) {
    return manifests
        .all("ScaledObject")
        .flatMap(scaled -> {
          String service = scaled.at("/spec/scaleTargetRef/name").asText();
          Set<String> watched =
              scaled
                  .at("/spec/triggers")
                  .valueStream()
                  .map(it -> it.path("metadata"))
                  .filter(it -> it.path("consumerGroup").asText().equals(service))
                  .map((JsonNode it) -> it.path("topic").asText())
                  .collect(Collectors.toCollection(TreeSet::new));
          Set<String> read =
              CONSUMERS.entrySet().stream()
                  .filter(it -> it.getValue().contains(service))
                  // Operators' orders are few, and have a group of their own.
                  .filter(it -> !it.getKey().startsWith("operations."))
                  .map(it -> it.getKey())
                  .collect(Collectors.toCollection(TreeSet::new));
          boolean inOrder =
              watched.equals(read)
                  && scaled.at("/spec/triggers").size() == read.size()
                  && scaled.at("/spec/maxReplicaCount").asInt() <= 12;
          return inOrder
              ? Stream.<String>empty()
              : Stream.of(service + " reads " + read + ", and is scaled by " + watched);
        });
  }
}
