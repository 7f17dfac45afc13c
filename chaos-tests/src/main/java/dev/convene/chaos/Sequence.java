package dev.convene.chaos;

/**
 * Which order is sent when: one after the other, and of ten one once more a little later, as
 * clients do that did not get their answer.
 *
 * @param first the number of the first order
 * @param orders how many there are
 */
record Sequence(int first, int orders) {

  private static final int ROUND = 10;

  /** So many orders later. */
  private static final int LATER = 60;

  Sequence(int orders) {
    this(0, orders);
  }

  int sendings() {
    return orders + orders / ROUND;
  }

  /** Where that order is sent first. */
  int place(int order) {
    return order / ROUND * (ROUND + 1) + order % ROUND;
  }

  /** The order that is sent at that place, from 0. */
  int order(int place) {
    int round = place / (ROUND + 1);
    int within = place % (ROUND + 1);
    int next = round * ROUND + Math.min(within, ROUND - 1);
    return first + (within == ROUND ? Math.max(0, next - LATER) : next);
  }
}
