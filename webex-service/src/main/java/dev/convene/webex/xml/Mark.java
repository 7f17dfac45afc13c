package dev.convene.webex.xml;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our mark on a meeting. The XML API has no field that only we see, so it is the last line of the
 * agenda; see {@code docs/adr/0020-the-xml-api.md}.
 */
final class Mark {

  private Mark() {}

  /** The agenda with the mark: at most 46 characters more. */
  static String on(@Nullable String agenda, UUID meetingId) {
    return agenda == null ? mark(meetingId) : agenda + "\n\n" + mark(meetingId);
  }

  /** Whether the agenda ends with it: a mark further up is text that somebody has copied. */
  static boolean isOn(String agenda, UUID meetingId) {
    return agenda.strip().endsWith(mark(meetingId));
  }

  private static String mark(UUID meetingId) {
    return "convene:" + meetingId;
  }
}
