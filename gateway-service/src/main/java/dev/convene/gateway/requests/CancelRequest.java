package dev.convene.gateway.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who cancels a meeting.
 *
 * @param note without blanks around it
 */
@Schema(description = "What attendees are told.")
public record CancelRequest(
    @Schema(
            description = "In plain text, for the mail that attendees get.",
            minLength = 1,
            maxLength = 400,
            example = "The budget is approved; there is nothing left to discuss.")
        @Nullable String note) {}
