package dev.convene.gateway.requests;

import dev.convene.contracts.AttendeeType;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as the API's description has it. Reading it is {@link MeetingRequests}' business. */
@Schema(
    description = "What to schedule. Unknown fields are refused.",
    additionalProperties = AdditionalPropertiesValue.FALSE)
public record MeetingRequest(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            minLength = 1,
            maxLength = 128,
            example = "Quarterly review")
        String title,
    @Schema(maxLength = 1300, example = "Figures first, then questions.") @Nullable String agenda,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "The mailbox whose meeting it is, on both sides.",
            example = "ada@example.com")
        String host,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description =
                "Local to `timeZone`, to the minute, in the future. A time that the zone's clocks"
                    + " skip is refused; one that they show twice means the earlier.",
            example = "2027-03-01T10:00")
        String start,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "Local to `timeZone`; 10 to 1439 minutes after `start`.",
            example = "2027-03-01T11:00")
        String end,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "By its IANA name.",
            example = "Europe/Berlin")
        String timeZone,
    @ArraySchema(
            maxItems = 500,
            arraySchema = @Schema(description = "Each mailbox once, and not the host."))
        @Nullable List<Invited> attendees,
    @Schema(
            minimum = "0",
            maximum = "40320",
            description = "Before the start; absent means the host's own default.",
            example = "15")
        @Nullable Integer reminderMinutes,
    @Schema(
            description = "0, 5, 10 or 15. Absent means that the host must be there first.",
            example = "5")
        @Nullable Integer joinBeforeHostMinutes,
    @Schema(
            description =
                "How it repeats: a rule of RFC 5545 (RECUR). Daily; weekly, also on several days;"
                    + " monthly or yearly on a date or on a weekday such as `2TU` or `-1FR`. With"
                    + " `COUNT`, `UNTIL`, or no end. `start` must be the first date. What Webex and"
                    + " Outlook would not mean the same by is refused; ask"
                    + " `POST /api/v1/meetings/preview` for the dates.",
            maxLength = 250,
            example = "FREQ=WEEKLY;COUNT=10")
        @Nullable String recurrence) {

  /** Somebody to invite. */
  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  public record Invited(
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "grace@example.com") String email,
      @Schema(maxLength = 128, example = "Grace Hopper") @Nullable String name,
      @Schema(description = "Absent means `required`.") @Nullable AttendeeType type) {}
}
