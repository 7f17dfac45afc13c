package dev.convene.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer in HTTP/1.1, as far as the driver needs it.
 *
 * @param meeting the last part of {@code Location}, where that is an id
 * @param last whether the connection ends with it
 */
record Answer(int status, @Nullable UUID meeting, boolean last) {

  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String LAST_CHUNK = "0\r\n\r\n";
  private static final int ID_LENGTH = 36;

  /**
   * Reads what has come so far; since requests are not pipelined, that is one answer at most.
   *
   * @return null where more has to come
   * @throws IllegalArgumentException where it is not HTTP
   */
  static @Nullable Answer read(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, ISO_8859_1);
    int endOfHead = text.indexOf(END_OF_HEAD);
    if (endOfHead < 0) {
      return null;
    }
    if (!text.startsWith("HTTP/1.1 ")) {
      throw new IllegalArgumentException("not an answer in HTTP/1.1");
    }
    int body = length - endOfHead - END_OF_HEAD.length();
    boolean complete = false;
    boolean last = false;
    UUID meeting = null;
    for (String header : text.substring(0, endOfHead).lines().skip(1).toList()) {
      int colon = header.indexOf(':');
      String value = header.substring(colon + 1).strip();
      switch (header.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT)) {
        case "content-length" -> complete = body >= Integer.parseInt(value);
        case "transfer-encoding" -> complete = text.endsWith(LAST_CHUNK);
        case "connection" -> last = value.equalsIgnoreCase("close");
        case "location" -> meeting = id(value);
        default -> {}
      }
    }
    return complete ? new Answer(Integer.parseInt(text.substring(9, 12)), meeting, last) : null;
  }

  private static @Nullable UUID id(String location) {
    return location.length() < ID_LENGTH
        ? null
        : UUID.fromString(location.substring(location.length() - ID_LENGTH));
  }
}
