package dev.convene.auth.tokens;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Codes and refresh tokens are good once, however many ask at the same time in however many
 * replicas. A refresh token that comes a second time was stolen, from us or by us: all that came of
 * that sign-in is revoked (RFC 9700, 4.14.2). For codes the framework does as much itself.
 */
@Component
public class UsedOnce {

  private static final Logger log = LoggerFactory.getLogger(UsedOnce.class);

  private final OAuth2AuthorizationService tokens;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  UsedOnce(OAuth2AuthorizationService tokens, JdbcClient jdbc, TransactionOperations transactions) {
    this.tokens = tokens;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  private sealed interface Outcome {
    record Given(@Nullable Authentication tokens) implements Outcome {}

    record Refused(OAuth2AuthenticationException why) implements Outcome {}
  }

  /** That provider, one at a time for one code or refresh token; others are left as they are. */
  public AuthenticationProvider guarding(AuthenticationProvider provider) {
    return provider instanceof OAuth2AuthorizationCodeAuthenticationProvider
            || provider instanceof OAuth2RefreshTokenAuthenticationProvider
        ? new Guarded(provider)
        : provider;
  }

  private final class Guarded implements AuthenticationProvider {

    private final AuthenticationProvider provider;

    Guarded(AuthenticationProvider provider) {
      this.provider = provider;
    }

    @Override
    public boolean supports(Class<?> authentication) {
      return provider.supports(authentication);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication request) {
      // A refusal changes rows, too, so it must not end the transaction as an exception would.
      Outcome outcome =
          Objects.requireNonNull(
              transactions.execute(_ -> {
                try {
                  return new Outcome.Given(alone(request));
                } catch (OAuth2AuthenticationException e) {
                  return new Outcome.Refused(e);
                }
              }));
      return switch (outcome) {
        case Outcome.Given(Authentication tokens) -> tokens;
        case Outcome.Refused(OAuth2AuthenticationException why) -> throw why;
      };
    }

    private @Nullable Authentication alone(Authentication request) {
      return switch (request) {
        case OAuth2AuthorizationCodeAuthenticationToken code -> {
          lock(HashedTokens.hashed(code.getCode()));
          yield provider.authenticate(code);
        }
        case OAuth2RefreshTokenAuthenticationToken refresh -> rotated(refresh);
        default -> provider.authenticate(request);
      };
    }

    private @Nullable Authentication rotated(OAuth2RefreshTokenAuthenticationToken request) {
      String hash = HashedTokens.hashed(request.getRefreshToken());
      lock(hash);
      OAuth2Authorization found =
          tokens.findByToken(request.getRefreshToken(), OAuth2TokenType.REFRESH_TOKEN);
      if (found == null) {
        revokeWhatItGave(hash);
      }
      Authentication given = provider.authenticate(request);
      if (found != null) {
        spend(hash, found);
      }
      return given;
    }
  }

  private void lock(String hash) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(hash)
        .query()
        .singleRow();
  }

  private void spend(String hash, OAuth2Authorization authorization) {
    OAuth2Authorization.Token<OAuth2RefreshToken> token = authorization.getRefreshToken();
    Instant expires = token == null ? null : token.getToken().getExpiresAt();
    jdbc.sql(
            "insert into spent_refresh_token (token_hash, authorization_id, expires_at)"
                + " values (?, ?, ?) on conflict do nothing")
        .params(
            hash, authorization.getId(), Objects.requireNonNull(expires).atOffset(ZoneOffset.UTC))
        .update();
  }

  private void revokeWhatItGave(String hash) {
    jdbc.sql("select authorization_id from spent_refresh_token where token_hash = ?")
        .param(hash)
        .query(String.class)
        .optional()
        .map(tokens::findById)
        .ifPresent(stolen -> {
          tokens.remove(stolen);
          log.warn(
              "A refresh token of {} came a second time: all of that sign-in is revoked",
              stolen.getPrincipalName());
        });
  }
}
