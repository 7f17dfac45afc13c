package dev.convene.gateway.progress;

import dev.convene.gateway.progress.ProgressStore.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides which meetings are surely checked, and when. */
@Component
class Disturbances {

  private final CheckTimes times;

  Disturbances(CheckTimes times) {
    this.times = times;
  }

  /**
   * When to check a meeting after this news; empty where it has gone as smoothly as most do. Each
   * piece of news puts the check off, so that it comes when the meeting has come to rest.
   */
  Optional<Instant> checkAt(Row row, Progress after, List<Heard> news, Instant now) {
    Optional<Fact> check =
        news.stream()
            .map(Heard::fact)
            .filter(fact -> fact.outcome() == Outcome.CHECKED)
            .max(Fact.EARLIER);
    boolean onlyOfChecks = news.stream().allMatch(Disturbances::isOfCheck);
    if (onlyOfChecks) {
      return check.isPresent() ? times.afterCheck(check.get(), row.checks(), now) : row.checkAt();
    }
    boolean disturbed =
        row.copies() > 0
            || row.checkAt().isPresent()
            || news.stream().anyMatch(Heard::resent)
            || wasDisturbed(after);
    return disturbed ? Optional.of(times.afterDisturbance(now)) : Optional.empty();
  }

  private static boolean isOfCheck(Heard heard) {
    return heard.fact().step().name().isCheck();
  }

  /** A refusal at the first call left nothing; all else that did not go well may have. */
  private static boolean wasDisturbed(Progress progress) {
    return progress.meetings() > 1
        || progress.facts().stream()
            .anyMatch(fact ->
                fact.step().attempts() > 1
                    || switch (fact.outcome()) {
                      case DELAYED, FAILED, WITHDRAWN, NEEDS_ATTENTION, ABANDONED -> true;
                      case CREATED,
                          SENT,
                          REFUSED,
                          CANCEL_ASKED,
                          DELETED,
                          CANCELLED,
                          REPAIRED,
                          CHECKED ->
                          false;
                    });
  }
}
