package dev.convene.gateway.progress;

import dev.convene.gateway.progress.ProgressStore.Change;
import dev.convene.gateway.progress.ProgressStore.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Folds news of a meeting into what its row says. */
@Component
class Folding {

  private final SweepTimes sweepTimes;
  private final Disturbances disturbances;

  Folding(SweepTimes sweepTimes, Disturbances disturbances) {
    this.sweepTimes = sweepTimes;
    this.disturbances = disturbances;
  }

  /**
   * What has to be written and said.
   *
   * @param announcements after the change is committed
   */
  record Folded(Optional<Change> change, List<Announcement> announcements) {}

  Folded fold(Row row, List<Heard> news, Instant now) {
    Progress before = row.progress();
    Progress after = before;
    boolean heardBefore = false;
    for (Heard each : news) {
      Progress next = after.with(each.fact());
      heardBefore |= next.equals(after);
      after = next;
    }
    Optional<Instant> checkAt = disturbances.checkAt(row, after, news, now);
    boolean surelyChecked = checkAt.isPresent() && row.checkAt().isEmpty();
    // What comes again may come since we did not get as far as to say what we had made of it.
    boolean unsure = heardBefore || before.endsByHand();
    List<Announcement> announcements = Announcements.of(row, after, unsure);
    if (after.equals(before) && !surelyChecked) {
      return new Folded(Optional.empty(), announcements);
    }
    Change change =
        new Change(
            row.id(),
            after,
            sweepAt(before, after, now),
            checkAt,
            before.trouble().isPresent(),
            Announcements.count(row, after));
    return new Folded(Optional.of(change), announcements);
  }

  /** What is to be cancelled, and was held back until something is heard of it, is due now. */
  private Optional<Instant> sweepAt(Progress before, Progress after, Instant now) {
    boolean wasHeldBack = before.isBeingCancelled() && !before.isHeardOf();
    return sweepTimes.after(after, now).map(next -> wasHeldBack ? now : next);
  }
}
