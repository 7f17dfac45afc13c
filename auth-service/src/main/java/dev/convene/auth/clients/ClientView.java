package dev.convene.auth.clients;

import dev.convene.auth.clients.Client.OldSecret;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A client as operators see it.
 *
 * @param authentication {@code secret} or {@code keys}
 * @param source {@code api}, or {@code file} for one that the clients' file names
 * @param secret only in the answer that has made it
 * @param oldSecretUntil until when the secret before is good
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
    @Nullable Instant oldSecretUntil) {

  static ClientView of(Client client) {
    return of(client, null);
  }

  static ClientView of(Client client, @Nullable String secret) {
    OldSecret old = client.oldSecret();
    return new ClientView(
        client.clientId(),
        client.name(),
        client.scopes(),
        client.keys() == null ? "secret" : "keys",
        client.declaration() == null ? "api" : "file",
        client.registeredAt(),
        client.disabledAt(),
        secret,
        old == null ? null : old.until());
  }
}
