package dev.convene.defaults.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of CloudEvents 1.0 from a record's headers, whatever these hold. */
final class EnvelopeReader {

  /** Our own are under 64; more is not ours, and would grow logs and databases. */
  private static final int LONGEST = 1024;

  private final Map<String, ?> headers;

  private EnvelopeReader(Map<String, ?> headers) {
    this.headers = headers;
  }

  /**
   * @throws Malformed when an attribute is missing or not what CloudEvents allows
   */
  static Envelope read(Map<String, ?> headers) {
    return new EnvelopeReader(headers).read();
  }

  private Envelope read() {
    if (!"1.0".equals(needed(Envelope.SPEC_VERSION))) {
      throw new Malformed(Envelope.SPEC_VERSION + " is not 1.0");
    }
    return new Envelope(
        needed(Envelope.ID),
        needed(Envelope.TYPE),
        needed(Envelope.SOURCE),
        needed(Envelope.SUBJECT),
        time(),
        "true".equals(text(Envelope.RESENT)));
  }

  private Instant time() {
    try {
      return Instant.parse(needed(Envelope.TIME));
    } catch (DateTimeParseException e) {
      throw new Malformed(Envelope.TIME + " is not a time as RFC 3339 writes it");
    }
  }

  private String needed(String name) {
    String value = text(name);
    if (value == null || value.isBlank()) {
      throw new Malformed(name + " is missing");
    }
    return value;
  }

  private @Nullable String text(String name) {
    String value =
        switch (headers.get(name)) {
          case null -> null;
          case byte[] bytes -> utf8(name, bytes);
          case Object other -> other.toString();
        };
    if (value != null && value.length() > LONGEST) {
      throw new Malformed(name + " is longer than " + LONGEST + " characters");
    }
    if (value != null && value.chars().anyMatch(Character::isISOControl)) {
      throw new Malformed(name + " has a control character");
    }
    return value;
  }

  private static String utf8(String name, byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw new Malformed(name + " is longer than " + LONGEST + " bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The headers are not those of a CloudEvent; the message says which one, never its value. */
  static final class Malformed extends RuntimeException {
    private Malformed(String message) {
      super(message);
    }
  }
}
