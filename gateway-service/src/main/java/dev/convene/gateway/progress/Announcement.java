package dev.convene.gateway.progress;

import dev.convene.contracts.SchedulingOutcome;

/**
 * Something to tell other systems.
 *
 * @param again whether it may have been said before
 */
public record Announcement(SchedulingOutcome outcome, boolean again) {}
