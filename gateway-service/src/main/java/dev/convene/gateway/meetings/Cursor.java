package dev.convene.gateway.meetings;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where a page ended, as a text that callers hand back and do not look into. */
public final class Cursor {

  private static final byte VERSION = 1;
  private static final int LENGTH = 17;

  private Cursor() {}

  /** The cursor for what comes after that. */
  public static String after(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    bytes.put(VERSION).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** The id in it, or empty where it is not one of ours. */
  public static Optional<UUID> read(String text) {
    byte[] decoded;
    try {
      decoded = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (decoded.length != LENGTH || decoded[0] != VERSION) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(decoded, 1, LENGTH - 1);
    return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
  }
}
