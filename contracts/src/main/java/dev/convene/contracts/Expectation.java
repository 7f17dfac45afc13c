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
  /** A Webex meeting; whether there is an event could not be found out. */
  @JsonProperty("unsure")
  UNSURE
}
