package dev.convene.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.convene.gateway.access.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Verifies access tokens as RFC 9068 has them, by one algorithm that is ours to choose. Callers
 * send the same token with many requests: what was verified is remembered by its hash until it
 * expires, and a request costs a hash instead of a signature.
 */
@Component
class Tokens {

  private final ReactiveJwtDecoder decoder;
  private final InstantSource clock;
  private final Cache<String, Verified> verified;

  private record Verified(Caller caller, Instant until) {}

  Tokens(AuthProperties properties, PublishedKeys keys, InstantSource clock) {
    NimbusReactiveJwtDecoder nimbus =
        NimbusReactiveJwtDecoder.withJwkSource(keys::of)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .build();
    nimbus.setJwtValidator(
        JwtValidators.createAtJwtValidator()
            .issuer(properties.issuer())
            .audience(properties.audience())
            .build());
    this.decoder = nimbus;
    this.clock = clock;
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(properties.tokensKept())
            .expireAfter(Expiry.creating((String _, Verified it) -> lifetime(it)))
            .build();
  }

  private Duration lifetime(Verified token) {
    return Duration.between(clock.instant(), token.until());
  }

  /** As {@link #caller}, where it is a person; empty where it is not. */
  Mono<Caller.Person> person(String token) {
    return caller(token).ofType(Caller.Person.class);
  }

  /**
   * Who has sent this token.
   *
   * @return fails with {@link InvalidBearerTokenException}, or {@link PublishedKeys.Unavailable}
   */
  Mono<Caller> caller(String token) {
    String hash = hash(token);
    Verified known = verified.getIfPresent(hash);
    if (known != null && clock.instant().isBefore(known.until())) {
      return Mono.just(known.caller());
    }
    return decoder.decode(token).map(jwt -> remembered(hash, jwt)).onErrorMap(Tokens::refusal);
  }

  private Caller remembered(String hash, Jwt jwt) {
    Caller caller = Caller.of(jwt);
    Instant expires = Objects.requireNonNull(jwt.getExpiresAt(), "was validated");
    if (clock.instant().isBefore(expires)) {
      verified.put(hash, new Verified(caller, expires));
    }
    return caller;
  }

  /** Whatever is wrong with a token is its sender's; that there are no keys is ours. */
  private static Throwable refusal(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof PublishedKeys.Unavailable) {
        return cause;
      }
    }
    return error instanceof JwtException || error instanceof IllegalArgumentException
        ? new InvalidBearerTokenException("refused", error)
        : error;
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
