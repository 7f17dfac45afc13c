package dev.convene.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The steps of the process, by the name that the timeline shows. */
public enum Step {
  @JsonProperty("create-meeting")
  CREATE_MEETING,
  @JsonProperty("send-invitation")
  SEND_INVITATION,
  @JsonProperty("withdraw-meeting")
  WITHDRAW_MEETING,
  @JsonProperty("delete-meeting")
  DELETE_MEETING,
  @JsonProperty("cancel-invitation")
  CANCEL_INVITATION,
  @JsonProperty("check-meeting")
  CHECK_MEETING,
  @JsonProperty("check-invitation")
  CHECK_INVITATION;

  /** Whether it takes a meeting back because somebody wants it cancelled. */
  public boolean isCancel() {
    return this == DELETE_MEETING || this == CANCEL_INVITATION;
  }

  /** Whether it only compares, long after the request has ended. */
  public boolean isCheck() {
    return switch (this) {
      case CREATE_MEETING, SEND_INVITATION, WITHDRAW_MEETING, DELETE_MEETING, CANCEL_INVITATION ->
          false;
      case CHECK_MEETING, CHECK_INVITATION -> true;
    };
  }
}
