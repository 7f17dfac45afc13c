package dev.convene.benchmarks;

/**
 * When each request is to be sent, fixed beforehand: a system that is slow gets no fewer of them.
 *
 * @param perSecond infinite where all are due at once, and only the connections set the pace
 */
public record Arrivals(int count, double perSecond) {

  private static final double NANOS_PER_SECOND = 1e9;

  public Arrivals {
    if (count < 0 || !(perSecond > 0)) {
      throw new IllegalArgumentException("no arrivals: " + count + " at " + perSecond);
    }
  }

  /** So many a second for so long. */
  public static Arrivals steady(double perSecond, double seconds) {
    return new Arrivals((int) Math.round(perSecond * seconds), perSecond);
  }

  static Arrivals atOnce(int count) {
    return new Arrivals(count, Double.POSITIVE_INFINITY);
  }

  /** Nanoseconds after the start. Computed from the number, so that roundings do not add up. */
  long at(int number) {
    return (long) (number * NANOS_PER_SECOND / perSecond);
  }
}
