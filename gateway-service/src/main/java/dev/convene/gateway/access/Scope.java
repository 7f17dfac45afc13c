package dev.convene.gateway.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a token allows. */
public enum Scope {
  MEETINGS_READ("meetings.read", "See one's own meetings"),
  MEETINGS_WRITE("meetings.write", "Schedule meetings, and cancel one's own"),
  ANY_HOST("meetings.write.any-host", "Schedule for hosts that the client is not registered for"),
  OPERATIONS_READ("operations.read", "See all meetings, without join passwords, and what waits"),
  OPERATIONS_WRITE("operations.write", "Retry, abandon, pause and replay");

  private final String value;
  private final String meaning;

  Scope(String value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  /** As tokens have it. */
  public String value() {
    return value;
  }

  /** For people. */
  public String meaning() {
    return meaning;
  }

  /** Those in a {@code scope} claim; what is none of ours opens nothing here. */
  static Set<Scope> in(@Nullable String claim) {
    if (claim == null) {
      return Set.of();
    }
    Set<String> words = Stream.of(claim.split(" ", -1)).collect(toUnmodifiableSet());
    return Arrays.stream(values())
        .filter(scope -> words.contains(scope.value))
        .collect(toUnmodifiableSet());
  }
}
