package dev.convene.gateway.meetings;

import dev.convene.contracts.MeetingDetails;
import dev.convene.gateway.progress.Progress;
import java.time.Instant;
import java.util.UUID;

/**
 * A row, read.
 *
 * @param revision how often there was progress
 */
public record Meeting(
    UUID id,
    MeetingDetails details,
    Progress progress,
    int revision,
    Instant acceptedAt,
    Instant updatedAt) {}
