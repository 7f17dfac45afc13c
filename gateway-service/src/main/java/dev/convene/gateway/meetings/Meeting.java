package dev.convene.gateway.meetings;

import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Requester;
import dev.convene.gateway.progress.Cancellation;
import dev.convene.gateway.progress.Progress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row, read.
 *
 * @param revision how often there was progress
 * @param cancellation absent where nobody has asked for it
 */
public record Meeting(
    UUID id,
    Requester requestedBy,
    MeetingDetails details,
    Progress progress,
    int revision,
    Instant acceptedAt,
    Instant updatedAt,
    @Nullable Cancellation cancellation) {}
