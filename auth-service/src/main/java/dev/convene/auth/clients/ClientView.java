package dev.convene.auth.clients;

import dev.convene.auth.clients.Client.OldSecret;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A client as operators see it.
 *
 * @param authentication {@code secret} or {@code keys}
 * @param source {@code api}, or {@code file} for one that the clients' file names
 * @param secret only in the answer that has made it
 * @param oldSecretUntil until when the secret before is good
 * @param redirectUris of a client that people sign in through
 * @param hosts mailboxes that a system may schedule for
 */
record ClientView(
    String clientId,
    String name,
    SortedSet<String> scopes,
    String authentication,
    String source,
    Instant registeredAt,
    @Nullable Instant disabledAt,
    @Nullable String secret,
    @Nullable Instant oldSecretUntil,
    @Nullable List<String> redirectUris,
    @Nullable List<String> postLogoutRedirectUris,
    @Nullable SortedSet<String> hosts) {

  static ClientView of(Client client) {
    return of(client, null);
  }

  static ClientView of(Client client, @Nullable String secret) {
    OldSecret old = client.oldSecret();
    Client.Pages pages = client.pages();
    return new ClientView(
        client.clientId(),
        client.name(),
        client.scopes(),
        client.keys() == null ? "secret" : "keys",
        client.declaration() == null ? "api" : "file",
        client.registeredAt(),
        client.disabledAt(),
        secret,
        old == null ? null : old.until(),
        pages == null ? null : pages.redirectUris(),
        pages == null ? null : pages.postLogoutRedirectUris(),
        client.hosts().isEmpty() ? null : client.hosts());
  }
}
