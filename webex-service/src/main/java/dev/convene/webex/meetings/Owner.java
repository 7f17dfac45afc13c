package dev.convene.webex.meetings;

import dev.convene.contracts.Reason;
import dev.convene.contracts.Requester;

/** The person with whose own rights Webex is called: for their meetings, and nobody else's. */
public record Owner(Requester person) {

  public boolean isHost(String host) {
    return host.equals(person.email());
  }

  /** What is said where the host is somebody else. */
  public static <T> Answer<T> notTheirs(String host) {
    return new Answer.Refused<>(
        new Reason(
            "webex.not-own-meeting",
            "With their own rights people schedule what they host themselves, and not for "
                + host
                + "."));
  }
}
