package dev.convene.webex.quota;

import java.time.InstantSource;

/** Gates of the quota, as one process has them that knows of no other's creations. */
public final class Gates {

  private static final CreationHistory.PastCreations NO_PAST =
      new CreationHistory.PastCreations() {
        @Override
        public int partitionOf(String host) {
          return 0;
        }

        @Override
        public void teach(int partition, CreationQuota quota) {}
      };

  private Gates() {}

  /**
   * A gate with a ledger of its own.
   *
   * @param perDay meetings for one host; 0 means no limit
   */
  public static CreationGate of(int perDay, InstantSource clock) {
    CreationQuota quota = new CreationQuota(perDay, clock);
    return new CreationGate(quota, new CreationHistory(quota, NO_PAST, "commands", clock));
  }
}
