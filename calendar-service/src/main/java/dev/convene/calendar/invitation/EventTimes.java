package dev.convene.calendar.invitation;

import dev.convene.contracts.MeetingDetails;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * When a meeting starts and ends, the first time where it repeats.
 *
 * <p>Local times with their zone, except where the clock shows one of them twice. We mean the
 * earlier then; Graph's pages do not say which it takes, and .NET, on which Exchange is built,
 * takes standard time, the later. So these few are said in UTC, which is never ambiguous. A series
 * never is: it would drift by an hour, and the gateway takes none that has such a time.
 */
record EventTimes(EventTime start, EventTime end) {

  private static final String UTC = "UTC";

  static EventTimes of(MeetingDetails details, String windowsZone) {
    ZoneId zone = details.timeZone();
    if (details.recurrence() == null
        && (isShownTwice(details.start(), zone) || isShownTwice(details.end(), zone))) {
      return new EventTimes(inUtc(details.start(), zone), inUtc(details.end(), zone));
    }
    return new EventTimes(
        new EventTime(details.start(), windowsZone), new EventTime(details.end(), windowsZone));
  }

  private static boolean isShownTwice(LocalDateTime local, ZoneId zone) {
    return zone.getRules().getValidOffsets(local).size() > 1;
  }

  private static EventTime inUtc(LocalDateTime local, ZoneId zone) {
    return new EventTime(
        ZonedDateTime.of(local, zone)
            .withEarlierOffsetAtOverlap()
            .withZoneSameInstant(ZoneOffset.UTC)
            .toLocalDateTime(),
        UTC);
  }
}
