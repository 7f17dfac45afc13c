package dev.convene.chaos.checking;

import java.util.UUID;

/**
 * One answer to one request to cancel.
 *
 * @param order its number
 * @param status 0 where no answer came
 */
public record Cancel(int order, UUID meeting, int status) {

  private static final int ACCEPTED = 202;

  /** Whether it was promised that it will be cancelled. */
  public boolean accepted() {
    return status == ACCEPTED;
  }
}
