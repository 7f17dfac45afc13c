package dev.convene.gateway.progress;

import dev.convene.contracts.CancelMeeting;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Requester;
import dev.convene.gateway.progress.ProgressStore.Change;
import dev.convene.gateway.progress.ProgressStore.Row;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody wants a meeting cancelled, as its row has it. With the row it is the outbox for the
 * command.
 *
 * @param requestedBy who, which need not be who asked for the meeting
 * @param note to the attendees
 */
public record Cancellation(Requester requestedBy, Instant askedAt, @Nullable String note) {

  /**
   * What begins it; empty where it has begun, or where there is nothing to cancel: what has failed
   * or is cancelled has left nothing.
   *
   * <p>As long as nothing was heard of the meeting, its first command may still be on its way to
   * Kafka. Then the sweeper sends this one, when something is heard, or when a first command that
   * came later than that would count as a copy.
   */
  public static Optional<Change> begun(
      Row row, Instant acceptedAt, SweepTimes sweepTimes, Instant now) {
    Progress before = row.progress();
    if (!canBegin(before)) {
      return Optional.empty();
    }
    Instant lost = (before.isHeardOf() ? now : acceptedAt).plus(sweepTimes.firstAfter());
    return Optional.of(
        new Change(
            row.id(),
            before.with(Fact.cancelAsked(now)),
            Optional.of(lost),
            row.checkAt(),
            before.trouble().isPresent(),
            row.outcomes()));
  }

  private static boolean canBegin(Progress progress) {
    return switch (progress.status()) {
      case ACCEPTED, IN_PROGRESS, DELAYED, SCHEDULED -> true;
      case NEEDS_ATTENTION -> !progress.isBeingCancelled();
      case CANCELLING, FAILED, CANCELLED -> false;
    };
  }

  /**
   * The command, with all that is known now of what there is to take back.
   *
   * @param scheduledBy who asked for the meeting
   */
  public CancelMeeting command(
      UUID id, Requester scheduledBy, MeetingDetails details, Progress progress) {
    return new CancelMeeting(
        id,
        details.host(),
        requestedBy,
        scheduledBy,
        askedAt,
        note,
        instant(details, details.start()),
        instant(details, details.end()),
        Cancel.webexMeetingIds(progress),
        Cancel.eventId(progress));
  }

  private static Instant instant(MeetingDetails details, LocalDateTime local) {
    return local.atZone(details.timeZone()).toInstant();
  }
}
