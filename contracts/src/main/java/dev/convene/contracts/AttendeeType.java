package dev.convene.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an attendee is invited, in Outlook's terms; a resource is a room or equipment. */
public enum AttendeeType {
  @JsonProperty("required")
  REQUIRED,
  @JsonProperty("optional")
  OPTIONAL,
  @JsonProperty("resource")
  RESOURCE
}
