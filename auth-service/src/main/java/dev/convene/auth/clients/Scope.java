package dev.convene.auth.clients;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a token can allow. */
public enum Scope {
  MEETINGS_READ("meetings.read"),
  MEETINGS_WRITE("meetings.write"),
  /** To schedule for hosts who delegated nothing. */
  MEETINGS_WRITE_ANY_HOST("meetings.write.any-host"),
  OPERATIONS_READ("operations.read"),
  OPERATIONS_WRITE("operations.write");

  private final String value;

  Scope(String value) {
    this.value = value;
  }

  /** As it stands in a token. */
  public String value() {
    return value;
  }

  static boolean exists(String value) {
    return Arrays.stream(values()).anyMatch(scope -> scope.value.equals(value));
  }

  /** All, for people. */
  static String all() {
    return Arrays.stream(values()).map(Scope::value).collect(Collectors.joining(", "));
  }
}
