package dev.convene.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The steps of the process, by the name that the timeline shows. */
public enum Step {
  @JsonProperty("create-meeting")
  CREATE_MEETING,
  @JsonProperty("send-invitation")
  SEND_INVITATION,
  @JsonProperty("withdraw-meeting")
  WITHDRAW_MEETING
}
