package dev.convene.chaos.checking;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What a client wants, under one key of idempotency, however often it asks.
 *
 * @param host in lower case
 * @param attendees in lower case, without the host
 */
public record Order(
    int number, String key, String host, List<String> attendees, LocalDateTime start) {

  public Order {
    attendees = List.copyOf(attendees);
  }
}
