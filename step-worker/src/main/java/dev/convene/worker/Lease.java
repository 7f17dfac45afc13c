package dev.convene.worker;

/** The right to act for a partition or a parked step, which is lost by not showing any life. */
@FunctionalInterface
public interface Lease {

  /** Whether this process can still be sure that no other one has taken over. */
  boolean held();

  /**
   * To be called directly before a call whose effect cannot be made idempotent at the provider.
   *
   * @throws Lost when another process may act by now; nothing of this batch may be published then
   */
  default void requireHeld() {
    if (!held()) {
      throw new Lost();
    }
  }

  /** This process was paused or cut off for so long that another may have taken over its work. */
  final class Lost extends RuntimeException {
    Lost() {
      super("this process was paused or cut off; its work may have been taken over by another");
    }
  }
}
