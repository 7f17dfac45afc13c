package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Ids of the shape that Exchange gives: base64url with {@code =}, the mailbox in them,
 * case-sensitive. The second of any two neighbours in a mailbox differs from the first in the case
 * of one letter only, so whoever stores ids without regard to case meets it at once.
 *
 * @param number of the event within its mailbox
 * @param moves how often the item had changed its folder, as an ordinary id says
 * @param immutable whether the id stays good when the item moves
 */
record EventIds(int number, int moves, boolean immutable) {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder();
  private static final byte[] ORDINARY = {0x00, 0x03, 0x24};
  private static final byte[] IMMUTABLE = {0x00, 0x09, 0x00};
  private static final String ORDINARY_FILL = "BGAAAAAAD".concat("A".repeat(75));
  private static final String IMMUTABLE_FILL = "ALgAAAAAA".concat("A".repeat(43));
  private static final int HIGH = 12;
  private static final int LETTERS = 26;

  static String ordinary(UUID mailbox, int number, int moves) {
    return head(ORDINARY, mailbox) + ORDINARY_FILL + tail(number, moves);
  }

  static String immutable(UUID mailbox, int number) {
    return head(IMMUTABLE, mailbox) + IMMUTABLE_FILL + tail(number, 0);
  }

  /**
   * @throws dev.convene.simulators.microsoft.odata.Refused when it is no id of this mailbox
   */
  static EventIds parse(UUID mailbox, String id) {
    String ordinary = head(ORDINARY, mailbox) + ORDINARY_FILL;
    String immutable = head(IMMUTABLE, mailbox) + IMMUTABLE_FILL;
    if (id.startsWith(ordinary) && id.length() == ordinary.length() + HIGH + 4) {
      return parseTail(id, ordinary.length(), false);
    }
    if (id.startsWith(immutable) && id.length() == immutable.length() + HIGH + 4) {
      return parseTail(id, immutable.length(), true);
    }
    throw GraphErrors.malformedId().refused();
  }

  /** The id of a calendar, as a mailbox's list of calendars names it. */
  static String calendar(UUID viewer, UUID owner) {
    return head(ORDINARY, viewer) + "BGAAAAAAC" + ENCODER.encodeToString(ascii(owner)) + "AAA=";
  }

  private static String head(byte[] kind, UUID mailbox) {
    byte[] guid = ascii(mailbox);
    return ENCODER.encodeToString(
        ByteBuffer.allocate(kind.length + guid.length).put(kind).put(guid).array());
  }

  private static byte[] ascii(UUID id) {
    return id.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String tail(int number, int moves) {
    int pair = number >> 1;
    byte[] high = ByteBuffer.allocate(9).putLong(1, pair / LETTERS).array();
    char letter = (char) ((number & 1) == 0 ? 'A' + pair % LETTERS : 'a' + pair % LETTERS);
    char move = (char) ('A' + Math.min(moves, LETTERS - 1));
    return ENCODER.encodeToString(high) + letter + move + "A=";
  }

  private static EventIds parseTail(String id, int at, boolean immutable) {
    char letter = id.charAt(at + HIGH);
    int low = Character.toUpperCase(letter) - 'A';
    int moves = id.charAt(at + HIGH + 1) - 'A';
    if (low < 0 || low >= LETTERS || moves < 0 || moves >= LETTERS || !id.endsWith("A=")) {
      throw GraphErrors.malformedId().refused();
    }
    long high = high(id.substring(at, at + HIGH));
    int pair = Math.toIntExact(Math.min(high * LETTERS + low, Integer.MAX_VALUE / 2));
    return new EventIds(pair * 2 + (letter >= 'a' ? 1 : 0), moves, immutable);
  }

  private static long high(String chars) {
    try {
      long high = ByteBuffer.wrap(Base64.getUrlDecoder().decode(chars)).getLong(1);
      return Math.clamp(high, 0, Integer.MAX_VALUE);
    } catch (IllegalArgumentException _) {
      throw GraphErrors.malformedId().refused();
    }
  }
}
