package dev.convene.chaos.checking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise that was not kept.
 *
 * @param meeting of ours; absent where it concerns none that is known
 * @param what in one sentence
 */
public record Violation(Promise promise, @Nullable UUID meeting, String what) {

  @Override
  public String toString() {
    return promise + (meeting == null ? "" : " " + meeting) + ": " + what;
  }
}
