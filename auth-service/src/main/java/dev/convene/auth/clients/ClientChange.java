package dev.convene.auth.clients;

import dev.convene.auth.problems.RequestError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of an operator's wish to change a client. */
sealed interface ClientChange {

  /** It is as it should be, now or already. */
  record Done(Client client) implements ClientChange {}

  /**
   * It has a secret that nobody has seen before.
   *
   * @param secret in clear; it cannot be had again
   * @param oldSecretUntil how long the one before is good
   */
  record NewSecret(Client client, String secret, @Nullable Instant oldSecretUntil)
      implements ClientChange {}

  /** There is one of that id, perhaps a disabled one. */
  record Taken(String clientId) implements ClientChange {}

  /** There is none of that id. */
  record Unknown() implements ClientChange {}

  /** It proves itself with keys, and has no secret to rotate. */
  record NoSecret() implements ClientChange {}

  /** It opens the vault: who knows its secret is handed people's tokens. */
  record Guarded() implements ClientChange {}

  /** The description is wrong. */
  record Invalid(List<RequestError> errors) implements ClientChange {}
}
