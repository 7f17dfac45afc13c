package dev.convene.benchmarks;

/** Looks for the highest rate that is kept up: doubles until one is not, then halves the gap. */
final class TopRate {

  /** Nearer than a tenth is within what two runs at the same rate differ by. */
  private static final double NEAR_ENOUGH = 1.1;

  private static final double LOWEST = 1;

  private TopRate() {}

  /** Tries one rate. */
  @FunctionalInterface
  interface Trial {
    boolean isKeptUp(double rate) throws Exception;
  }

  /**
   * The highest rate that was kept up; 0 where none was.
   *
   * @param from the first to be tried
   */
  static double find(double from, Trial trial) throws Exception {
    double good = 0;
    double bad = Double.POSITIVE_INFINITY;
    double rate = from;
    while (rate >= LOWEST && bad / good > NEAR_ENOUGH) {
      if (trial.isKeptUp(rate)) {
        good = rate;
      } else {
        bad = rate;
      }
      rate = Double.isInfinite(bad) ? 2 * good : good == 0 ? bad / 2 : Math.rint((good + bad) / 2);
    }
    return good;
  }
}
