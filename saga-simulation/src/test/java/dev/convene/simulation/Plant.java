package dev.convene.simulation;

import static dev.convene.simulation.Disturbance.BROKER_AWAY;
import static dev.convene.simulation.Disturbance.CRASH;
import static dev.convene.simulation.Disturbance.CUT;
import static dev.convene.simulation.Disturbance.DEAF;
import static dev.convene.simulation.Disturbance.PAUSE;
import static dev.convene.simulation.Disturbance.REBALANCE;
import static dev.convene.simulation.Disturbance.REFUSAL;
import static dev.convene.simulation.Disturbance.REPLAY;
import static dev.convene.simulation.Disturbance.SLOW_COMMAND;
import static dev.convene.simulation.Disturbance.THROTTLED;

import java.util.Set;

/** A bug that is put in on purpose, to see that the checks find it. */
public enum Plant {
  NONE("nothing"),
  NO_LOOK_BEFORE_CREATE("creates without looking first"),
  OFFSETS_FIRST("commits offsets before it publishes", CRASH, REFUSAL),
  COMPENSATION_DROPPED("says that a meeting is withdrawn, and does not delete it"),
  COMPENSATION_IGNORED("does not hear that an invitation failed"),
  PARKED_NOT_FOUND("works on a copy of what is parked", REPLAY, THROTTLED, PAUSE),
  ENDED_NOT_CONSULTED("does not ask whether a meeting has ended"),
  ABSENCE_BELIEVED_AT_ONCE("believes that a meeting is absent when it is not yet shown"),
  LEASE_NOT_CHECKED("goes on after a pause as if nothing had been"),
  LOST_TAKEN_FOR_NO("takes a lost answer for a refusal"),
  LATE_NOT_NOTICED("takes a command that was held up for a new one", PAUSE, SLOW_COMMAND, DEAF),
  NO_LINE("draws no line when it gets a partition"),
  COPIES_NOT_MARKED(
      "sends copies that do not say so, and notices none by its age", DEAF, REBALANCE, CRASH),
  CANCEL_NOT_HELD_BACK("sends a cancel that overtakes what it cancels", SLOW_COMMAND),
  WAITING_NOT_TAKEN_AWAY(
      "leaves what waits where it was when it cancels, and tries it without asking", THROTTLED),
  NO_SWEEPER("sends nothing again"),
  TRANSACTION_ID_CHANGES("gives each attempt at an invitation an id of its own"),
  LAST_EVENT_WINS("takes the last event for the status"),
  OUTCOMES_SAID_ONCE("says no outcome again", CRASH, BROKER_AWAY),
  ENDED_NOT_NOTED("does not note that a meeting has ended"),
  PUBLISHING_FAILURE_IGNORED(
      "forgets a parked step whose outcome was not published",
      BROKER_AWAY,
      CUT,
      THROTTLED,
      REFUSAL);

  private final String what;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Disturbance> provokedBy;

  Plant(String what, Disturbance... provokedBy) {
    this.what = what;
    this.provokedBy = Set.of(provokedBy);
  }

  /** Without these it would hardly show, since another cure covers it. */
  Set<Disturbance> provokedBy() {
    return provokedBy;
  }

  @Override
  public String toString() {
    return what;
  }
}
