package dev.convene.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Who asked.
 *
 * @param subject the person's or the system's stable id ({@code sub} of its token)
 * @param client the client that spoke for it; absent where the person used the portal
 */
public record Requester(String subject, @Nullable String client) {

  public Requester {
    Checks.notBlank("subject", subject);
    client = Checks.blankAsAbsent(client);
  }
}
