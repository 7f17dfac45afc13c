package dev.convene.gateway.previewing;

import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.requests.Preview;
import dev.convene.gateway.series.Occurrence;
import dev.convene.gateway.series.Series;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a meeting would take place. */
@Schema(description = "When a meeting would take place.")
record MeetingPreview(
    @Schema(type = "string", example = "Europe/Berlin") ZoneId timeZone,
    @Schema(
            description =
                "The rule as it would be kept and as the vendors would be told; absent for a single"
                    + " meeting, and where there are objections.",
            example = "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10")
        @Nullable String recurrence,
    @Schema(
            description =
                "All occurrences; absent where there is no end, or none within five years.",
            example = "10")
        @Nullable Integer total,
    @Schema(description = "Of the first five years, as many as were asked for.")
        List<Occurrence> occurrences,
    @Schema(description = "To get the following ones, as `after`; absent where these are the last.")
        @Nullable Integer next,
    @Schema(description = "Why it would not be scheduled so. Empty where it would.")
        List<RequestError> objections) {

  /**
   * A page of them.
   *
   * @param after how many occurrences to leave out
   */
  static MeetingPreview of(Preview.Valid valid, int after, int limit) {
    Series series = valid.series();
    List<Occurrence> all = series.occurrences();
    int from = Math.min(after, all.size());
    int to = Math.min(from + limit, all.size());
    var recurrence = valid.details().recurrence();
    return new MeetingPreview(
        series.zone(),
        recurrence == null ? null : recurrence.rule(),
        series.total(),
        all.subList(from, to),
        to < all.size() ? (Integer) to : null,
        valid.objections());
  }
}
