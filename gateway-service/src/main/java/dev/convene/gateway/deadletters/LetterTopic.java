package dev.convene.gateway.deadletters;

import dev.convene.contracts.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A dead-letter topic.
 *
 * @param source where its records stood
 * @param consumer who could not read them
 */
record LetterTopic(String name, String source, String consumer) {

  /** All that there are, in an order that stays. */
  static final List<LetterTopic> ALL =
      Topics.CONSUMERS.entrySet().stream()
          .flatMap(entry ->
              entry.getValue().stream()
                  .map(consumer ->
                      new LetterTopic(
                          Topics.deadLetter(entry.getKey(), consumer), entry.getKey(), consumer)))
          .sorted(Comparator.comparing(LetterTopic::name))
          .toList();

  static Optional<LetterTopic> named(String name) {
    return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }
}
