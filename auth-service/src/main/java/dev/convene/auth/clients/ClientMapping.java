package dev.convene.auth.clients;

import dev.convene.auth.clients.Client.OldSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Our client and the framework's: what the framework does not know is among its settings. */
final class ClientMapping {

  private static final String KEYS = "convene.keys";
  private static final String OLD_SECRET = "convene.old-secret";
  private static final String OLD_SECRET_UNTIL = "convene.old-secret-until";
  private static final String DISABLED_AT = "convene.disabled-at";
  private static final String DECLARATION = "convene.declaration";
  private static final String HOSTS = "convene.hosts";

  /** Longer than a redirect takes. */
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

  private ClientMapping() {}

  static RegisteredClient registered(Client client) {
    ClientSettings.Builder settings =
        ClientSettings.builder()
            .requireProofKey(true)
            .requireAuthorizationConsent(client.pages() != null && client.pages().asksConsent());
    if (!client.hosts().isEmpty()) {
      settings.setting(HOSTS, String.join(" ", client.hosts()));
    }
    put(settings, KEYS, client.keys());
    put(settings, DISABLED_AT, client.disabledAt());
    put(settings, DECLARATION, client.declaration());
    OldSecret old = client.oldSecret();
    if (old != null) {
      put(settings, OLD_SECRET, old.hash());
      put(settings, OLD_SECRET_UNTIL, old.until());
    }
    RegisteredClient.Builder registered =
        RegisteredClient.withId(client.id())
            .clientId(client.clientId())
            .clientIdIssuedAt(client.registeredAt())
            .clientName(client.name())
            .scopes(scopes -> scopes.addAll(client.scopes()));
    Client.Pages pages = client.pages();
    if (pages == null) {
      registered.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
    } else {
      registered
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
          .redirectUris(uris -> uris.addAll(pages.redirectUris()))
          .postLogoutRedirectUris(uris -> uris.addAll(pages.postLogoutRedirectUris()));
    }
    String secretHash = client.secretHash();
    if (secretHash != null) {
      registered
          .clientSecret(secretHash)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    } else {
      // Which algorithms are taken is ClientAssertions' business; here it tells keys from secrets.
      settings.tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256);
      registered.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    }
    return registered.clientSettings(settings.build()).build();
  }

  private static void put(ClientSettings.Builder settings, String name, @Nullable Object value) {
    if (value != null) {
      settings.setting(name, value.toString());
    }
  }

  static Client client(RegisteredClient registered) {
    Map<String, Object> settings = registered.getClientSettings().getSettings();
    String oldHash = text(settings, OLD_SECRET);
    String oldUntil = text(settings, OLD_SECRET_UNTIL);
    String disabledAt = text(settings, DISABLED_AT);
    Instant registeredAt = registered.getClientIdIssuedAt();
    return new Client(
        registered.getId(),
        registered.getClientId(),
        registered.getClientName(),
        registeredAt == null ? Instant.EPOCH : registeredAt,
        new TreeSet<>(registered.getScopes()),
        registered.getClientSecret(),
        oldHash == null || oldUntil == null
            ? null
            : new OldSecret(oldHash, Instant.parse(oldUntil)),
        text(settings, KEYS),
        disabledAt == null ? null : Instant.parse(disabledAt),
        text(settings, DECLARATION),
        registered.getRedirectUris().isEmpty()
            ? null
            : new Client.Pages(
                List.copyOf(registered.getRedirectUris()),
                List.copyOf(registered.getPostLogoutRedirectUris()),
                registered.getClientSettings().isRequireAuthorizationConsent()),
        hosts(registered));
  }

  /** The mailboxes that it may schedule for. */
  static SortedSet<String> hosts(RegisteredClient registered) {
    String hosts = text(registered.getClientSettings().getSettings(), HOSTS);
    return hosts == null ? new TreeSet<>() : new TreeSet<>(List.of(hosts.split(" ")));
  }

  private static @Nullable String text(Map<String, Object> settings, String name) {
    return (String) settings.get(name);
  }

  /** As it is used now: with the secrets that are good now, and tokens that live that long. */
  static RegisteredClient inUse(
      RegisteredClient stored, Instant now, ClientsProperties properties) {
    OldSecret old = client(stored).oldSecret();
    RegisteredClient.Builder used =
        RegisteredClient.from(stored)
            .tokenSettings(
                TokenSettings.builder()
                    .accessTokenTimeToLive(properties.tokenLifetime())
                    .refreshTokenTimeToLive(properties.refreshTokenLifetime())
                    .authorizationCodeTimeToLive(CODE_LIFETIME)
                    .reuseRefreshTokens(false)
                    .build());
    if (old != null && now.isBefore(old.until())) {
      used.clientSecret(SecretHashes.either(stored.getClientSecret(), old.hash()));
    }
    return used.build();
  }

  /** The public keys of a client that has some. */
  static @Nullable String keys(RegisteredClient registered) {
    return text(registered.getClientSettings().getSettings(), KEYS);
  }
}
