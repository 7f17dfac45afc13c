package dev.convene.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a check is to find, by what is known of how the request ended. */
public enum Expectation {
  /** One Webex meeting and one event. */
  @JsonProperty("both")
  BOTH,
  /** Nothing on either side. */
  @JsonProperty("none")
  NONE,
  /** Nothing on either side, since somebody wanted it so: what is found is cancelled, too. */
  @JsonProperty("cancelled")
  CANCELLED,
  /** A Webex meeting; whether there is an event could not be found out. */
  @JsonProperty("unsure")
  UNSURE;

  /** Whether nothing should be left on either side. */
  public boolean isNothing() {
    return this == NONE || this == CANCELLED;
  }
}
