package dev.convene.auth.clients;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A system or service that may ask for tokens in its own name.
 *
 * @param id ours, never shown
 * @param secretHash null for a client that proves itself with a key
 * @param oldSecret what it may go on using for a while after its secret was changed
 * @param keys its public keys as a JSON Web Key Set; null for a client that has a secret
 * @param disabledAt null while it may ask for tokens
 * @param declaration a digest of what the clients' file says of it; null when it is not from there
 */
record Client(
    String id,
    String clientId,
    String name,
    Instant registeredAt,
    SortedSet<String> scopes,
    @Nullable String secretHash,
    @Nullable OldSecret oldSecret,
    @Nullable String keys,
    @Nullable Instant disabledAt,
    @Nullable String declaration) {

  /** Good until then. */
  record OldSecret(String hash, Instant until) {}

  Client {
    if ((secretHash == null) == (keys == null)) {
      throw new IllegalArgumentException("a client has either a secret or keys");
    }
    scopes = new TreeSet<>(scopes);
  }

  boolean isEnabled() {
    return disabledAt == null;
  }

  /** With another secret; the one until now is good until {@code oldUntil}. */
  Client withSecret(String hash, Instant oldUntil) {
    OldSecret old = secretHash == null ? null : new OldSecret(secretHash, oldUntil);
    return new Client(
        id, clientId, name, registeredAt, scopes, hash, old, null, disabledAt, declaration);
  }

  /**
   * From {@code disabledAt} on it gets no token, and its tokens are not active; null enables it.
   */
  Client withDisabledAt(@Nullable Instant at) {
    return new Client(
        id, clientId, name, registeredAt, scopes, secretHash, oldSecret, keys, at, declaration);
  }

  /** As the clients' file has it, with its own id and history. */
  Client redeclared(Client declared, @Nullable Instant at) {
    return new Client(
        id,
        clientId,
        declared.name,
        registeredAt,
        declared.scopes,
        declared.secretHash,
        null,
        declared.keys,
        at,
        declared.declaration);
  }

  /** Not in the clients' file any more. */
  Client withdrawn(String mark, Instant at) {
    return new Client(id, clientId, name, registeredAt, scopes, secretHash, null, keys, at, mark);
  }
}
