package dev.convene.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.chaos.checking.Order;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The requests of one run: the same for the same numbers.
 *
 * @param run the beginning of each key
 * @param hostOf by the order's number
 * @param firstDay of the meetings, which fill half hours from 9 to 17 o'clock day by day
 */
record Orders(String run, IntFunction<String> hostOf, LocalDate firstDay) {

  private static final int SLOTS_PER_DAY = 16;
  private static final int DAYS = 300;

  Order order(int number) {
    String host = hostOf.apply(number);
    int slot = number % (SLOTS_PER_DAY * DAYS);
    return new Order(
        number,
        run + "-" + number,
        host,
        List.of("ann" + number % 97 + "@load.example", "ben" + number % 89 + "@load.example"),
        firstDay
            .plusDays(slot / SLOTS_PER_DAY)
            .atTime(9, 0)
            .plusMinutes(30L * (slot % SLOTS_PER_DAY)));
  }

  static String body(Order order) {
    LocalDateTime start = order.start();
    return """
    {"title":"Review %d","agenda":"Where we stand, and what we need.","host":"%s",\
    "start":"%s","end":"%s","timeZone":"Europe/Berlin",\
    "attendees":[{"email":"%s","type":"required"},{"email":"%s","type":"optional"}]}\
    """
        .formatted(
            order.number(),
            order.host(),
            start,
            start.plusMinutes(30),
            order.attendees().getFirst(),
            order.attendees().getLast());
  }

  /** As it goes over the wire. */
  byte[] bytes(int number, String authority, String bearer) {
    Order order = order(number);
    byte[] body = body(order).getBytes(UTF_8);
    String head =
        """
        POST /api/v1/meetings HTTP/1.1\r
        Host: %s\r
        Authorization: %s\r
        Content-Type: application/json\r
        Accept: application/json\r
        Idempotency-Key: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(authority, bearer, order.key(), body.length);
    byte[] bytes = new byte[head.length() + body.length];
    System.arraycopy(head.getBytes(UTF_8), 0, bytes, 0, head.length());
    System.arraycopy(body, 0, bytes, head.length(), body.length);
    return bytes;
  }
}
