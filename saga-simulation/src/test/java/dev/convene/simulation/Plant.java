package dev.convene.simulation;

/** A bug that is put in on purpose, to see that the checks find it. */
public enum Plant {
  NONE("nothing"),
  NO_LOOK_BEFORE_CREATE("creates without looking first"),
  OFFSETS_FIRST("commits offsets before it publishes"),
  COMPENSATION_DROPPED("says that a meeting is withdrawn, and does not delete it"),
  COMPENSATION_IGNORED("does not hear that an invitation failed"),
  PARKED_NOT_FOUND("works on a copy of what is parked"),
  ENDED_NOT_CONSULTED("does not ask whether a meeting has ended"),
  ABSENCE_BELIEVED_AT_ONCE("believes that a meeting is absent when it is not yet shown"),
  LEASE_NOT_CHECKED("goes on after a pause as if nothing had been"),
  LOST_TAKEN_FOR_NO("takes a lost answer for a refusal"),
  NO_LINE("draws no line when it gets a partition"),
  COPIES_NOT_MARKED("sends copies that do not say so"),
  NO_SWEEPER("sends nothing again"),
  TRANSACTION_ID_CHANGES("gives each attempt at an invitation an id of its own"),
  LAST_EVENT_WINS("takes the last event for the status"),
  PUBLISHING_FAILURE_IGNORED("forgets a parked step whose outcome was not published"),
  GONE_IS_A_FAILURE("takes a meeting that is gone for one that cannot be deleted");

  private final String what;

  Plant(String what) {
    this.what = what;
  }

  @Override
  public String toString() {
    return what;
  }
}
