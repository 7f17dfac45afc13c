package dev.convene.gateway.progress;

import dev.convene.contracts.JoinDetails;
import dev.convene.contracts.MeetingCancelled;
import dev.convene.contracts.MeetingDelayed;
import dev.convene.contracts.MeetingFailed;
import dev.convene.contracts.MeetingNeedsAttention;
import dev.convene.contracts.MeetingScheduled;
import dev.convene.contracts.Reason;
import dev.convene.contracts.SchedulingOutcome;
import dev.convene.gateway.progress.ProgressStore.Row;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides what other systems are told of a meeting: its state, when that is another one than
 * before. That it was accepted they know, and what happens on the way is not their concern.
 */
public final class Announcements {

  private static final Reason NOT_KNOWN =
      new Reason("convene.unknown", "Nobody said why; the meeting's timeline says what happened.");

  private Announcements() {}

  /** How many outcomes there are of a meeting, once it has got from its row's progress to this. */
  public static int count(Row row, Progress after) {
    return isNews(row.progress(), after) ? row.outcomes() + 1 : row.outcomes();
  }

  /**
   * What there is to say, in this order.
   *
   * @param unsure whether nobody may have said yet where the row stands, since whoever wrote it may
   *     have died before: then that is said first
   */
  public static List<Announcement> of(Row row, Progress after, boolean unsure) {
    List<Announcement> announcements = new ArrayList<>(1);
    if (unsure && row.outcomes() > 0) {
      outcome(row, row.outcomes(), row.progress())
          .ifPresent(outcome -> announcements.add(new Announcement(outcome, true)));
    }
    if (isNews(row.progress(), after)) {
      outcome(row, row.outcomes() + 1, after)
          .ifPresent(outcome -> announcements.add(new Announcement(outcome, false)));
    }
    return announcements;
  }

  private static boolean isNews(Progress before, Progress after) {
    Optional<MeetingStatus> state = state(after);
    return state.isPresent() && !state.equals(state(before));
  }

  private static Optional<MeetingStatus> state(Progress progress) {
    MeetingStatus status = progress.status();
    return switch (status) {
      case ACCEPTED, IN_PROGRESS, CANCELLING -> Optional.empty();
      // That the invitation was sent may be heard before that the meeting was made, with its link.
      case SCHEDULED -> joinLink(progress).map(_ -> status);
      case DELAYED, FAILED, CANCELLED, NEEDS_ATTENTION -> Optional.of(status);
    };
  }

  private static Optional<SchedulingOutcome> outcome(Row row, int number, Progress progress) {
    Instant at = at(progress);
    return switch (progress.status()) {
      case ACCEPTED, IN_PROGRESS, CANCELLING -> Optional.empty();
      case SCHEDULED -> joinLink(progress).map(link -> scheduled(row, number, at, link, progress));
      case DELAYED -> progress.delay().map(delay -> delayed(row, number, at, delay));
      case FAILED ->
          Optional.of(new MeetingFailed(row.id(), row.host(), number, at, reason(progress)));
      case CANCELLED -> Optional.of(new MeetingCancelled(row.id(), row.host(), number, at));
      case NEEDS_ATTENTION ->
          Optional.of(
              new MeetingNeedsAttention(row.id(), row.host(), number, at, reason(progress)));
    };
  }

  private static SchedulingOutcome scheduled(
      Row row, int number, Instant at, URI link, Progress progress) {
    String eventLink = progress.fact(Outcome.SENT).map(Fact::webLink).orElse(null);
    return new MeetingScheduled(row.id(), row.host(), number, at, link, eventLink);
  }

  private static SchedulingOutcome delayed(Row row, int number, Instant at, Fact delay) {
    return new MeetingDelayed(
        row.id(),
        row.host(),
        number,
        at,
        Objects.requireNonNullElse(delay.reason(), NOT_KNOWN),
        Objects.requireNonNull(delay.nextAttemptAt(), "a delay says until when"));
  }

  private static Reason reason(Progress progress) {
    return Objects.requireNonNullElse(progress.reason(), NOT_KNOWN);
  }

  /** Of the meeting that people are invited to, and of no other. */
  private static Optional<URI> joinLink(Progress progress) {
    String invited = progress.fact(Outcome.SENT).map(Fact::webexMeetingId).orElse(null);
    return progress
        .meeting()
        .filter(made -> invited == null || invited.equals(made.webexMeetingId()))
        .map(Fact::join)
        .map(JoinDetails::webLink);
  }

  private static Instant at(Progress progress) {
    return progress.facts().stream()
        .map(fact -> fact.step().endedAt())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
