package dev.convene.gateway.deadletters;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a list has got: below which offset the rest of each partition lies. What is not in it has
 * been listed to its beginning. So pages have neither gaps nor repetitions, whatever comes
 * meanwhile.
 */
record Bounds(Map<TopicPartition, Long> below) {

  private static final int LONGEST = 20_000;
  private static final Pattern PART = Pattern.compile("(\\d{1,2})\\.(\\d{1,5})\\.(\\d{1,18})");

  /** As a text that callers hand back and do not look into. */
  String cursor() {
    Map<String, String> parts = new TreeMap<>();
    below.forEach((partition, bound) -> {
      int topic = LetterTopic.ALL.indexOf(LetterTopic.named(partition.topic()).orElseThrow());
      String place = topic + "." + partition.partition();
      parts.put(place, place + "." + bound);
    });
    String text = String.join(",", parts.values());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
  }

  /** What a cursor says, or empty where it is not one of ours. */
  static Optional<Bounds> read(String cursor) {
    if (cursor.length() > LONGEST) {
      return Optional.empty();
    }
    String text;
    try {
      text = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    Map<TopicPartition, Long> below = new HashMap<>();
    for (String part : text.split(",", -1)) {
      Matcher numbers = PART.matcher(part);
      if (!numbers.matches() || Integer.parseInt(numbers.group(1)) >= LetterTopic.ALL.size()) {
        return Optional.empty();
      }
      below.put(
          new TopicPartition(
              LetterTopic.ALL.get(Integer.parseInt(numbers.group(1))).name(),
              Integer.parseInt(numbers.group(2))),
          Long.parseLong(numbers.group(3)));
    }
    return Optional.of(new Bounds(below));
  }
}
