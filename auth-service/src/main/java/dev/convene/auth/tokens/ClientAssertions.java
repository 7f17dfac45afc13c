package dev.convene.auth.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import dev.convene.auth.clients.Clients;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Verifies by what {@code private_key_jwt} proves a client. The keys are those that were
 * registered; nothing is fetched from an address that a client names. Algorithms are ours to
 * choose: the assertion's header only says which of them.
 */
@Component
public class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

  /** Signatures by a private key only, so that a public key never serves as a secret. */
  public static final Set<SignatureAlgorithm> ALGORITHMS =
      Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

  private final Set<String> audiences;
  private final SpentAssertions spent;
  private final InstantSource clock;

  ClientAssertions(TokensProperties properties, SpentAssertions spent, InstantSource clock) {
    this.audiences = Set.of(properties.issuer(), properties.issuer() + "/oauth2/token");
    this.spent = spent;
    this.clock = clock;
  }

  @Override
  public JwtDecoder createDecoder(RegisteredClient client) {
    String keys = Clients.keys(client);
    if (keys == null) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    try {
      NimbusJwtDecoder decoder =
          NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(JWKSet.parse(keys)))
              .jwsAlgorithms(algorithms -> {
                algorithms.clear();
                algorithms.addAll(ALGORITHMS);
              })
              .build();
      decoder.setJwtValidator(new AssertionRules(client.getClientId(), audiences, clock, spent));
      return decoder;
    } catch (ParseException e) {
      throw new IllegalStateException("the keys of " + client.getClientId() + " are not keys", e);
    }
  }
}
