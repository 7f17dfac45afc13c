package dev.convene.gateway.deadletters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters; what is absent does not matter.
 *
 * @param source the topic on which they stood
 * @param consumer who could not read them
 */
record LetterFilter(@Nullable String source, @Nullable String consumer, @Nullable String problem) {

  List<LetterTopic> topics() {
    return LetterTopic.ALL.stream()
        .filter(topic -> source == null || source.equals(topic.source()))
        .filter(topic -> consumer == null || consumer.equals(topic.consumer()))
        .toList();
  }

  boolean fits(Letter letter) {
    return problem == null || problem.equals(letter.problem());
  }
}
