package dev.convene.gateway.progress;

import dev.convene.contracts.MeetingRefused;
import dev.convene.contracts.Step;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a meeting stands that somebody wants cancelled, and what there is of it to take back. */
final class Cancel {

  private Cancel() {}

  static MeetingStatus status(Progress progress) {
    boolean found = progress.lastWord().filter(check -> check.reason() != null).isPresent();
    if (isDone(progress)) {
      return found ? MeetingStatus.NEEDS_ATTENTION : MeetingStatus.CANCELLED;
    }
    return progress.attention().isPresent()
        ? MeetingStatus.NEEDS_ATTENTION
        : MeetingStatus.CANCELLING;
  }

  private static boolean isDone(Progress progress) {
    return (progress.isOver(Step.DELETE_MEETING) && progress.isOver(Step.CANCEL_INVITATION))
        || wasNeverMade(progress)
        || isNotThere(progress);
  }

  /** A refusal because it had ended before says nothing of what is there. */
  private static boolean wasNeverMade(Progress progress) {
    return !progress.has(Outcome.CREATED)
        && progress.facts().stream()
            .anyMatch(fact ->
                fact.outcome() == Outcome.REFUSED
                    && fact.reason() != null
                    && !fact.reason().code().equals(MeetingRefused.ENDED_BEFORE));
  }

  /** A check has found nothing, on either side. */
  private static boolean isNotThere(Progress progress) {
    return progress
        .lastWord()
        .filter(check ->
            check.reason() == null && check.webexMeetingId() == null && check.leftover() == null)
        .isPresent();
  }

  /** All meetings at Webex that are known of. */
  static List<String> webexMeetingIds(Progress progress) {
    return progress.facts().stream()
        .flatMap(fact ->
            switch (fact.outcome()) {
              case CREATED, SENT -> Stream.ofNullable(fact.webexMeetingId());
              case NEEDS_ATTENTION ->
                  fact.step().name().isCancel()
                      ? Stream.<String>empty()
                      : Stream.ofNullable(fact.leftover());
              case REFUSED,
                  FAILED,
                  WITHDRAWN,
                  CANCEL_ASKED,
                  DELETED,
                  CANCELLED,
                  DELAYED,
                  ABANDONED,
                  REPAIRED,
                  CHECKED ->
                  Stream.<String>empty();
            })
        .distinct()
        .toList();
  }

  /** The event that was sent, where it is known. */
  static @Nullable String eventId(Progress progress) {
    return progress.facts().stream()
        .filter(fact -> fact.outcome() == Outcome.SENT)
        .map(Fact::leftover)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
