package dev.convene.gateway.operations;

import dev.convene.contracts.Provider;
import dev.convene.contracts.Step;
import dev.convene.gateway.meetings.Conditions;
import dev.convene.gateway.progress.MeetingStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of what waits; what is absent does not matter.
 *
 * @param after the last entry of the page before
 */
record ParkedFilter(
    @Nullable MeetingStatus status,
    @Nullable Provider provider,
    @Nullable Step step,
    @Nullable String reasonCode,
    @Nullable String host,
    @Nullable UUID after) {

  /** Whether it says nothing but "everything". */
  boolean isEmpty() {
    return status == null && provider == null && step == null && reasonCode == null && host == null;
  }

  Conditions conditions() {
    Conditions conditions = new Conditions();
    if (status != null) {
      conditions.and("p.status = ?", status.name());
    }
    if (provider != null) {
      conditions.and("p.provider = ?", provider.id());
    }
    if (step != null) {
      conditions.and("p.step = ?", step.name());
    }
    if (reasonCode != null) {
      conditions.and("p.reason_code = ?", reasonCode);
    }
    if (host != null) {
      conditions.and("p.host = ?", host);
    }
    if (after != null) {
      conditions.and("p.meeting_id < ?", after);
    }
    return conditions;
  }
}
