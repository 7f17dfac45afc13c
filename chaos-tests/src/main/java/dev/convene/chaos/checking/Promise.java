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
  /** What somebody cancelled is cancelled, whoever was invited is told once, and nobody else is. */
  CANCELLED_ONCE("cancellations forgotten, or mailed other than once"),
  /** Nothing is left at a vendor that the other side, or Convene, knows nothing of. */
  NO_ORPHANS("orphans on either side"),
  /** The API says what is so. */
  THE_API_IS_TRUE("states in the API that differ from the vendors'"),
  /** Other systems learn how a request ended, and copies have one id. */
  OTHERS_ARE_TOLD("outcomes missing, or other than in the API"),
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
