package dev.convene.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The vendors at whom steps have their effect. */
public enum Provider {
  WEBEX,
  MICROSOFT;

  /** The name in messages and in the API: in lower case. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The provider of that name. */
  public static Optional<Provider> named(String id) {
    return Stream.of(values()).filter(provider -> provider.id().equals(id)).findFirst();
  }

  /** The one at whom that step has its effect. */
  public static Provider of(Step step) {
    return switch (step) {
      case CREATE_MEETING, WITHDRAW_MEETING, DELETE_MEETING, CHECK_MEETING -> WEBEX;
      case SEND_INVITATION, CANCEL_INVITATION, CHECK_INVITATION -> MICROSOFT;
    };
  }
}
