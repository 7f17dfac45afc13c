package dev.convene.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** With whose rights the vendors are called. */
public enum RequestMode {
  /** With those of the person who asked. */
  @JsonProperty("delegated")
  DELEGATED,
  /** With the application's own, as no person asked. */
  @JsonProperty("application")
  APPLICATION
}
