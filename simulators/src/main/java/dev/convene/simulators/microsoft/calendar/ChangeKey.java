package dev.convene.simulators.microsoft.calendar;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** What an item's version is called; another after every write. */
final class ChangeKey {
  private ChangeKey() {}

  static String of(UUID mailbox, int number, int version) {
    ByteBuffer bytes =
        ByteBuffer.allocate(22)
            .putLong(mailbox.getMostSignificantBits())
            .putShort((short) 0)
            .putInt(number)
            .putInt(0)
            .putInt(version);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
