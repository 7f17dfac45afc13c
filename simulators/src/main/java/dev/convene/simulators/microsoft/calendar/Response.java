package dev.convene.simulators.microsoft.calendar;

/** What an attendee can answer. */
public enum Response {
  ACCEPT("accept", "accepted"),
  DECLINE("decline", "declined"),
  TENTATIVELY_ACCEPT("tentativelyAccept", "tentativelyAccepted");

  private final String verb;
  private final String status;

  Response(String verb, String status) {
    this.verb = verb;
    this.status = status;
  }

  /** In the words of an attendee's status. */
  String status() {
    return status;
  }

  /** As the path has it. */
  public String verb() {
    return verb;
  }
}
