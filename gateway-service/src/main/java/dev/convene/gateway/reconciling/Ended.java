package dev.convene.gateway.reconciling;

import dev.convene.contracts.CheckMeeting;
import dev.convene.contracts.Expectation;
import dev.convene.contracts.Requester;
import dev.convene.contracts.Step;
import dev.convene.gateway.progress.Fact;
import dev.convene.gateway.progress.Outcome;
import dev.convene.gateway.progress.Progress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that has ended and is to be checked.
 *
 * @param round which check of it this is, from 1
 */
record Ended(
    UUID id,
    String host,
    Requester requestedBy,
    Instant start,
    Instant end,
    Progress progress,
    int round) {

  CheckMeeting check(Instant validUntil) {
    return new CheckMeeting(
        id, host, requestedBy, round, expected(), validUntil, start, end, named());
  }

  private Expectation expected() {
    if (progress.isBeingCancelled()) {
      return Expectation.CANCELLED;
    }
    return switch (progress.status()) {
      case SCHEDULED -> Expectation.BOTH;
      case FAILED, CANCELLED -> Expectation.NONE;
      case NEEDS_ATTENTION -> expectedByFacts();
      case ACCEPTED, IN_PROGRESS, DELAYED, CANCELLING ->
          throw new IllegalStateException("meeting " + id + " has not ended");
    };
  }

  /** What it needs attention for may have been done by hand meanwhile. */
  private Expectation expectedByFacts() {
    if (progress.fact(Outcome.WITHDRAWN).isPresent()) {
      return Expectation.NONE;
    }
    if (progress.fact(Outcome.SENT).isPresent()) {
      return Expectation.BOTH;
    }
    return progress
        .fact(Outcome.NEEDS_ATTENTION)
        .map(needed ->
            needed.step().name() == Step.SEND_INVITATION ? Expectation.UNSURE : Expectation.NONE)
        .orElse(Expectation.NONE);
  }

  /** Two were made, and it is not known which of them people were invited to: then none. */
  private @Nullable String named() {
    String invited = progress.fact(Outcome.SENT).map(Fact::webexMeetingId).orElse(null);
    if (invited != null) {
      return invited;
    }
    if (progress.meetings() > 1) {
      return null;
    }
    String created = progress.meeting().map(Fact::webexMeetingId).orElse(null);
    return created == null && expected().isNothing()
        ? progress.fact(Outcome.NEEDS_ATTENTION).map(Fact::leftover).orElse(null)
        : created;
  }
}
