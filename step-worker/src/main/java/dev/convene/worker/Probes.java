package dev.convene.worker;

/** Parked steps by which it is found out whether a provider answers again. */
interface Probes {

  /**
   * Makes steps due that wait for their next attempt, the nearest ones first.
   *
   * @return how many, {@code most} at the most; none where nothing waits
   */
  int hurry(int most);
}
