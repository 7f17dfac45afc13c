package dev.convene.gateway.operations;

import dev.convene.gateway.meetings.Cursor;
import dev.convene.gateway.meetings.Meeting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of what waits. */
@Schema(description = "A page of what waits, the newest request first.")
record ParkedPage(
    List<ParkedEntry> parked,
    @Schema(description = "Pass it as `cursor` to get the next page; absent on the last.")
        @Nullable String next) {

  /** A page of {@code found}, which holds one more where another page follows. */
  static ParkedPage of(List<Meeting> found, int limit) {
    List<Meeting> shown = found.size() > limit ? found.subList(0, limit) : found;
    return new ParkedPage(
        shown.stream()
            .flatMap(meeting ->
                meeting.progress().trouble().stream()
                    .map(trouble -> ParkedEntry.of(meeting, trouble)))
            .toList(),
        found.size() > limit ? Cursor.after(shown.getLast().id()) : null);
  }
}
