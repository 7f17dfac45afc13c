package dev.convene.gateway.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says along with an order.
 *
 * @param ids what it is about; empty where the path or the query says it
 * @param provider what to pause or to resume; this, or a mailbox
 * @param mailbox in lower case
 */
public record OperatorRequest(
    @Schema(description = "Why; for the audit, and for the person whose meeting is ended.")
        @Nullable String reason,
    @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) List<String> ids,
    @Nullable String provider,
    @Nullable String mailbox) {}
