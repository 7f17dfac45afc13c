package dev.convene.gateway.progress;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** PostgreSQL's notifications about meetings that have got further: their ids. */
public final class MeetingChannel {

  /** The channel to listen on. */
  public static final String NAME = "meeting_progress";

  /** A payload is shorter than 8000 bytes; an id with its comma takes 37. */
  static final int MOST_IDS = 200;

  private MeetingChannel() {}

  static String payload(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  /** The ids that a notification carries. */
  public static List<UUID> ids(String payload) {
    return Arrays.stream(payload.split(",")).map(UUID::fromString).toList();
  }
}
