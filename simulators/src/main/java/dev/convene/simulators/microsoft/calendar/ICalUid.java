package dev.convene.simulators.microsoft.calendar;

import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * What all copies of one meeting share.
 *
 * @param organizer the organizer's mailbox
 * @param number the event's number in it
 */
record ICalUid(UUID organizer, int number) {
  private static final String HEAD = "040000008200E00074C5B7101A82E00800000000";
  private static final String MIDDLE = "000000000000000010000000";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  @Override
  public String toString() {
    return HEAD
        + HEX.toHexDigits((long) number)
        + MIDDLE
        + organizer.toString().replace("-", "").toUpperCase(Locale.ROOT);
  }
}
