package dev.convene.simulation;

/** What may go wrong. Each history has some of these, and its own measure of each. */
enum Disturbance {
  /** A process ends at a certain point, or at any time; it is started again. */
  CRASH(0.01, 0.06),
  /** A process stands still, for seconds or for an hour, and goes on as if nothing had been. */
  PAUSE(0.005, 0.05),
  /** A provider's answer does not come; its effect has happened, or not. */
  LOST(0.05, 0.5),
  /** A provider's answer does not come, and its effect happens later. */
  LATE(0.05, 0.3),
  THROTTLED(0.05, 0.5),
  UNREACHABLE(0.05, 0.5),
  /** A record was published, and the publisher does not learn of it. */
  UNSURE(0.05, 0.3),
  /** The gateway's own copy of a command reaches Kafka as late as its producer allows. */
  SLOW_COMMAND(0.2, 0.8),
  /** A process loses Kafka, and reaches all else. */
  CUT(1, 1),
  /** The gateway takes no events; it takes requests, and sweeps. */
  DEAF(1, 1),
  /** Partitions move among processes that all live. */
  REBALANCE(1, 1),
  /** An operator sends an old record again. */
  REPLAY(1, 1),
  /** Committed offsets are set back. */
  REWIND(1, 1),
  BROKER_AWAY(1, 1),
  DATABASE_AWAY(1, 1),
  /** A provider fails for everybody, for minutes or for more than a day. */
  OUTAGE(1, 1),
  /** A provider refuses what concerns one host, for a while or for good. */
  REFUSAL(1, 1);

  private final double least;
  private final double most;

  Disturbance(double least, double most) {
    this.least = least;
    this.most = most;
  }

  double rate(double share) {
    return least + share * (most - least);
  }

  /** Whether it comes at a time of its own, and not at a point that is reached. */
  boolean isTimed() {
    return least == 1;
  }
}
