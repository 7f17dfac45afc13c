package dev.convene.auth.clients;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A system or service that may ask for tokens: in its own name, or in that of the people who sign
 * in through it.
 *
 * @param id ours, never shown
 * @param secretHash null for a client that proves itself with a key
 * @param oldSecret what it may go on using for a while after its secret was changed
 * @param keys its public keys as a JSON Web Key Set; null for a client that has a secret
 * @param disabledAt null while it may ask for tokens
 * @param declaration a digest of what the clients' file says of it; null when it is not from there
 * @param pages where people who sign in through it come back to; null for one that acts for itself
 * @param hosts mailboxes that it may schedule for, in lower case
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
    @Nullable String declaration,
    @Nullable Pages pages,
    SortedSet<String> hosts) {

  /** Good until then. */
  record OldSecret(String hash, Instant until) {}

  /**
   * Where browsers are sent, each compared letter by letter.
   *
   * @param asksConsent whether people are asked before it acts for them
   */
  record Pages(
      List<String> redirectUris, List<String> postLogoutRedirectUris, boolean asksConsent) {

    Pages {
      redirectUris = List.copyOf(redirectUris);
      postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
    }
  }

  Client {
    if ((secretHash == null) == (keys == null)) {
      throw new IllegalArgumentException("a client has either a secret or keys");
    }
    scopes = new TreeSet<>(scopes);
    hosts = new TreeSet<>(hosts);
  }

  boolean isEnabled() {
    return disabledAt == null;
  }

  /** Whether it is handed the tokens of people, so that not even operators may be it. */
  boolean opensTheVault() {
    return scopes.stream().flatMap(scope -> Scope.of(scope).stream()).anyMatch(Scope::isOfTheVault);
  }

  /** With another secret; the one until now is good until {@code oldUntil}. */
  Client withSecret(String hash, Instant oldUntil) {
    OldSecret old = secretHash == null ? null : new OldSecret(secretHash, oldUntil);
    return with(hash, old, disabledAt, declaration);
  }

  /**
   * From {@code disabledAt} on it gets no token, and its tokens are not active; null enables it.
   */
  Client withDisabledAt(@Nullable Instant at) {
    return with(secretHash, oldSecret, at, declaration);
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
        declared.declaration,
        declared.pages,
        declared.hosts);
  }

  /** Not in the clients' file any more. */
  Client withdrawn(String mark, Instant at) {
    return with(secretHash, null, at, mark);
  }

  private Client with(
      @Nullable String hash,
      @Nullable OldSecret old,
      @Nullable Instant at,
      @Nullable String declared) {
    return new Client(
        id, clientId, name, registeredAt, scopes, hash, old, keys, at, declared, pages, hosts);
  }
}
