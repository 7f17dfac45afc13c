package dev.convene.worker.vault;

import dev.convene.contracts.Requester;

/**
 * Whose rights a step runs with.
 *
 * @param type as the hand-out names it: {@code person} or {@code application}
 * @param id the person's, or that of the client for which the application acts
 * @param called as people call them
 */
record Subject(String type, String id, String called) {

  private static final String PERSON = "person";
  private static final String APPLICATION = "application";

  /** Of what was accepted before there was a sign-in, nobody knows which client it was. */
  static Subject of(Requester requestedBy) {
    String email = requestedBy.email();
    String client = requestedBy.client();
    return requestedBy.isDelegated()
        ? new Subject(PERSON, requestedBy.subject(), email == null ? "the requester" : email)
        : application(client == null ? "unknown" : client);
  }

  /** The application, on behalf of that client. */
  static Subject application(String client) {
    return new Subject(APPLICATION, client, "Convene");
  }

  boolean isPerson() {
    return type.equals(PERSON);
  }

  /** The application has one token, whichever client it acts for. */
  String key() {
    return isPerson() ? PERSON + ":" + id : APPLICATION;
  }
}
