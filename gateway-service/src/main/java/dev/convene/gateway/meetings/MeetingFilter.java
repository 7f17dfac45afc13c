package dev.convene.gateway.meetings;

import dev.convene.gateway.progress.MeetingStatus;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which meetings to list.
 *
 * @param statuses any of these; all where it is empty
 * @param from meetings that start then or later
 * @param to meetings that start before
 * @param after the last meeting of the page before
 */
record MeetingFilter(
    Set<MeetingStatus> statuses,
    @Nullable String host,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UUID after) {

  Conditions conditions() {
    Conditions conditions = new Conditions();
    if (!statuses.isEmpty()) {
      String[] names = statuses.stream().map(MeetingStatus::name).sorted().toArray(String[]::new);
      conditions.and("status = any(?)", names);
    }
    if (host != null) {
      conditions.and("host = ?", host);
    }
    if (from != null) {
      conditions.and("start_at >= ?", from);
    }
    if (to != null) {
      conditions.and("start_at < ?", to);
    }
    if (after != null) {
      conditions.and("id < ?", after);
    }
    return conditions;
  }
}
