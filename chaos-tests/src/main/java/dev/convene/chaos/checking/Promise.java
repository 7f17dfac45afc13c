package dev.convene.chaos.checking;

/** What Convene promises, each as something that can be found broken. */
public enum Promise {
  /** What was answered 202 is known, under the one id that it was given. */
  NOTHING_LOST("accepted requests lost"),
  /** Everything comes to an end in time. */
  EVERYTHING_ENDS("requests not ended within the bound"),
  /** One meeting at Webex, one id for one key. */
  ONE_MEETING("meetings created twice"),
  /** One event, one mail to each who is invited, and none by Webex. */
  ONE_INVITATION("invitations sent twice"),
  /** Nothing is left at a vendor that the other side, or Convene, knows nothing of. */
  NO_ORPHANS("orphans on either side"),
  /** The API says what is so. */
  THE_API_IS_TRUE("states in the API that differ from the vendors'"),
  /** Where nothing is disturbed, nothing is asked twice. */
  ONE_CALL("creates beyond one for each meeting, undisturbed");

  private final String broken;

  Promise(String broken) {
    this.broken = broken;
  }

  /** What one counts where it was broken. */
  public String broken() {
    return broken;
  }
}
