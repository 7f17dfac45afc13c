package dev.convene.auth.tokens;

import dev.convene.auth.clients.Clients;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What was issued, by the framework's own repository, but with the SHA-256 of each token in the
 * place of the token: who reads the table can use none of them. Tokens are long and random, so a
 * hash without salt is enough. What belongs to a disabled client is not found.
 */
@Component
class HashedTokens implements OAuth2AuthorizationService {

  /** No token begins like this. */
  private static final String MARK = "sha256:";

  private final OAuth2AuthorizationService stored;
  private final Clients clients;
  private final TransactionOperations transactions;

  HashedTokens(JdbcOperations jdbc, Clients clients, TransactionOperations transactions) {
    this.stored = new JdbcOAuth2AuthorizationService(jdbc, clients);
    this.clients = clients;
    this.transactions = transactions;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    stored.save(withTokens(authorization, HashedTokens::hashed));
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    stored.remove(authorization);
  }

  /** Its tokens are hashes, and of no use but to be saved again. */
  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return onOneConnection(() -> stored.findById(id));
  }

  /** The token that was looked for is there in clear; the others are hashes. */
  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    // A state is no secret of ours, and stands in the table as it is.
    boolean byState = type != null && type.getValue().equals("state");
    String hash = hash(token);
    return onOneConnection(() -> {
      OAuth2Authorization found = stored.findByToken(byState ? token : hash, type);
      if (found == null || !clients.isEnabled(found.getRegisteredClientId())) {
        return null;
      }
      return withTokens(found, value -> value.equals(hash) ? token : value);
    });
  }

  /**
   * The framework reads the client while it reads the row. With a second connection for that, as
   * many callers as the pool has connections would wait for each other.
   */
  private @Nullable OAuth2Authorization onOneConnection(
      Supplier<@Nullable OAuth2Authorization> reading) {
    return transactions.execute(_ -> reading.get());
  }

  static String hashed(String value) {
    return value.startsWith(MARK) ? value : hash(value);
  }

  private static String hash(String value) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OAuth2Authorization withTokens(
      OAuth2Authorization authorization, UnaryOperator<String> values) {
    OAuth2Authorization.Builder copy = OAuth2Authorization.from(authorization);
    put(copy, authorization.getToken(OAuth2AuthorizationCode.class), values);
    put(copy, authorization.getToken(OAuth2AccessToken.class), values);
    put(copy, authorization.getToken(OAuth2RefreshToken.class), values);
    put(copy, authorization.getToken(OidcIdToken.class), values);
    return copy.build();
  }

  private static void put(
      OAuth2Authorization.Builder copy,
      OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token,
      UnaryOperator<String> values) {
    if (token != null) {
      OAuth2Token renamed = renamed(token.getToken(), values);
      copy.token(renamed, metadata -> metadata.putAll(token.getMetadata()));
    }
  }

  private static OAuth2Token renamed(OAuth2Token token, UnaryOperator<String> values) {
    String value = values.apply(token.getTokenValue());
    return switch (token) {
      case OAuth2AuthorizationCode code ->
          new OAuth2AuthorizationCode(
              value,
              Objects.requireNonNull(code.getIssuedAt()),
              Objects.requireNonNull(code.getExpiresAt()));
      case OAuth2AccessToken access ->
          new OAuth2AccessToken(
              access.getTokenType(),
              value,
              access.getIssuedAt(),
              access.getExpiresAt(),
              access.getScopes());
      case OAuth2RefreshToken refresh ->
          new OAuth2RefreshToken(value, refresh.getIssuedAt(), refresh.getExpiresAt());
      case OidcIdToken id ->
          new OidcIdToken(value, id.getIssuedAt(), id.getExpiresAt(), id.getClaims());
      default ->
          throw new IllegalStateException("no token of this kind is issued: " + token.getClass());
    };
  }
}
