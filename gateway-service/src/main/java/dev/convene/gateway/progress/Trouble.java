package dev.convene.gateway.progress;

import dev.convene.contracts.Provider;
import dev.convene.contracts.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What operations should know of: a step that waits for its next attempt, or for them.
 *
 * @param fact the event that said so
 */
public record Trouble(MeetingStatus status, Fact fact, @Nullable Reason reason) {

  private static final String NO_REASON = "convene.unknown";

  /** Whose side the step is on. */
  public Provider provider() {
    return Provider.of(fact.step().name());
  }

  /** The reason's code, by which operations sort and count. */
  public String reasonCode() {
    return reason == null ? NO_REASON : reason.code();
  }
}
