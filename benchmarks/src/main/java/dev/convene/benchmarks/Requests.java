package dev.convene.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/**
 * The requests of one run as they go over the wire: each with a key of its own, as other systems
 * send them, and hosts taking turns.
 *
 * @param authority of the gateway
 * @param bearer the token of the client whose requests they are, as a header has it
 * @param run part of each idempotency key
 * @param firstDay of the meetings, which fill half hours from 9 to 17 o'clock day by day
 */
record Requests(
    String authority, Supplier<String> bearer, String run, int hosts, LocalDate firstDay) {

  private static final int SLOTS_PER_DAY = 16;
  private static final int DAYS = 1000;

  byte[] bytes(int number) {
    String body = body(number);
    String head =
        "POST /api/v1/meetings HTTP/1.1\r\nHost: "
            + authority
            + "\r\nAuthorization: "
            + bearer.get()
            + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nIdempotency-Key: "
            + run
            + '-'
            + number
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(US_ASCII);
  }

  private String body(int number) {
    int host = number % hosts;
    int slot = number / hosts % (SLOTS_PER_DAY * DAYS);
    LocalDateTime start =
        firstDay
            .plusDays(slot / SLOTS_PER_DAY)
            .atTime(9, 0)
            .plusMinutes(30L * (slot % SLOTS_PER_DAY));
    return """
    {"title":"Budget review","agenda":"Where we stand, what we need, and who decides what.",\
    "host":"host%1$d@load.example","start":"%2$s","end":"%3$s","timeZone":"Europe/Berlin",\
    "attendees":[{"email":"first%1$d@load.example","name":"First Guest","type":"required"},\
    {"email":"second%1$d@load.example","name":"Second Guest","type":"optional"}]}\
    """
        .formatted(host, start, start.plusMinutes(30));
  }
}
