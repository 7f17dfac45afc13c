package dev.convene.gateway.meetings;

import dev.convene.contracts.Recurrence;
import dev.convene.gateway.progress.MeetingStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next the cursor for the next page; absent on the last
 */
@Schema(description = "A page of meetings, the newest request first.")
record MeetingPage(
    List<Item> meetings,
    @Schema(
            description = "Pass it as `cursor` to get the next page; absent on the last.",
            example = "AQGZwfJ6O3xEnVULbi8ajJA")
        @Nullable String next) {

  /** A meeting in short. */
  record Item(
      UUID id,
      MeetingStatus status,
      String title,
      String host,
      LocalDateTime start,
      LocalDateTime end,
      @Schema(type = "string", example = "Europe/Berlin") ZoneId timeZone,
      @Schema(description = "How it repeats; absent where it takes place once.")
          @Nullable Recurrence recurrence,
      Instant acceptedAt,
      Instant updatedAt) {

    private static Item of(Meeting meeting) {
      return new Item(
          meeting.id(),
          meeting.progress().status(),
          meeting.details().title(),
          meeting.details().host(),
          meeting.details().start(),
          meeting.details().end(),
          meeting.details().timeZone(),
          meeting.details().recurrence(),
          meeting.acceptedAt(),
          meeting.updatedAt());
    }
  }

  /** A page of {@code found}, which holds one meeting more where another page follows. */
  static MeetingPage of(List<Meeting> found, int limit) {
    List<Meeting> shown = found.size() > limit ? found.subList(0, limit) : found;
    return new MeetingPage(
        shown.stream().map(Item::of).toList(),
        found.size() > limit ? Cursor.after(shown.getLast().id()) : null);
  }
}
