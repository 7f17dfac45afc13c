package dev.convene.gateway.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One date of a meeting.
 *
 * @param number from 1
 * @param utcOffset of the start, such as {@code +02:00}
 * @param offsetChanged whether it differs from that of the occurrence before
 * @param clock what the zone's clocks do to it; absent where nothing
 */
@Schema(description = "One date of a meeting.")
public record Occurrence(
    @Schema(example = "1") int number,
    @Schema(description = "Local.", example = "2027-03-01T10:00:00") LocalDateTime start,
    @Schema(description = "Local.", example = "2027-03-01T11:00:00") LocalDateTime end,
    Instant startsAt,
    Instant endsAt,
    @Schema(description = "Of the start.", example = "+01:00") String utcOffset,
    @Schema(description = "Whether the offset differs from that of the occurrence before.")
        boolean offsetChanged,
    @Schema(description = "What the zone's clocks do to it.") @Nullable Clock clock) {

  /** What clocks that are set forward or back do to a meeting. */
  public enum Clock {
    /** They skip its start. */
    @JsonProperty("start-skipped")
    START_SKIPPED,
    /** They show its start twice. */
    @JsonProperty("start-twice")
    START_TWICE,
    /** They are set while it lasts: Webex goes by its length, Outlook by the clock. */
    @JsonProperty("set-meanwhile")
    SET_MEANWHILE
  }
}
