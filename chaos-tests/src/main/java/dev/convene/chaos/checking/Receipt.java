package dev.convene.chaos.checking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer to one sending of an order.
 *
 * @param order its number
 * @param status 0 where no answer came
 * @param meeting what a 202 promised
 */
public record Receipt(int order, int status, @Nullable UUID meeting) {

  /** Whether it was promised that this will end. */
  public boolean accepted() {
    return meeting != null;
  }
}
