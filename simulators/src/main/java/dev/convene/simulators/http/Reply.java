package dev.convene.simulators.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is answered.
 *
 * @param status 0 means that nothing is: the connection is closed
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Replies are never compared; the bytes go out as they are.
public record Reply(int status, Map<String, String> headers, byte[] body) {
  private static final byte[] NOTHING = {};

  /** Closes the connection without an answer. */
  public static Reply none() {
    return new Reply(0, Map.of(), NOTHING);
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), NOTHING);
  }

  public static Reply json(int status, JsonNode body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
  }

  public static Reply text(int status, String contentType, String body) {
    return new Reply(
        status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy with one more header, or another value for it. */
  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  /** A copy with only the first half of the body, complete as far as HTTP is concerned. */
  public Reply halved() {
    return new Reply(status, headers, Arrays.copyOf(body, body.length / 2));
  }
}
