package dev.convene.benchmarks;

/**
 * How a backlog went.
 *
 * @param acceptSeconds until the last 202
 * @param workersStartedAt seconds after the first request; 0 where they ran all the time
 * @param workersReadyAt seconds after the first request; 0 where they ran all the time
 * @param drainedAt seconds after the first request, when the last invitation was sent
 * @param perSecond from the workers' start to the last invitation
 * @param perSecondOnceReady from when the workers were ready to the last invitation
 * @param middlePerSecond while the middle 80 % were sent, without start and end
 */
record Drain(
    double acceptSeconds,
    double workersStartedAt,
    double workersReadyAt,
    double drainedAt,
    double perSecond,
    double perSecondOnceReady,
    double middlePerSecond) {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double EDGE = 0.1;

  static Drain of(Outcomes outcomes, double workersStartedAt, double workersReadyAt) {
    long completed = outcomes.completed().count();
    double drainedAt = outcomes.completedBy(1) / NANOS_PER_SECOND;
    double middle =
        (outcomes.completedBy(1 - EDGE) - outcomes.completedBy(EDGE)) / NANOS_PER_SECOND;
    return new Drain(
        outcomes.accepted().mapToLong(each -> each.exchange().answered()).max().orElse(0)
            / NANOS_PER_SECOND,
        workersStartedAt,
        workersReadyAt,
        drainedAt,
        completed / (drainedAt - workersStartedAt),
        completed / (drainedAt - workersReadyAt),
        (1 - 2 * EDGE) * completed / middle);
  }
}
