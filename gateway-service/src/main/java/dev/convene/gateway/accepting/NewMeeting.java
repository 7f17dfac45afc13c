package dev.convene.gateway.accepting;

import dev.convene.contracts.MeetingDetails;
import dev.convene.gateway.access.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row to be.
 *
 * @param requestHash equal for requests that mean the same
 * @param requestJson the details as they are stored
 */
record NewMeeting(
    UUID id,
    Caller caller,
    @Nullable String idempotencyKey,
    String requestHash,
    String requestJson,
    MeetingDetails details,
    Instant start,
    Instant end,
    Instant acceptedAt) {}
