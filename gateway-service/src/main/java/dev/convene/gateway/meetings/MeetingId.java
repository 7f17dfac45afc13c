package dev.convene.gateway.meetings;

import java.util.Optional;
import java.util.UUID;

/** Reads the ids in paths. */
public final class MeetingId {

  private static final int LENGTH = 36;

  private MeetingId() {}

  /** The id, or empty for what no meeting can have. */
  public static Optional<UUID> read(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
