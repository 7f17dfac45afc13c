package dev.convene.auth.security;

import dev.convene.auth.keys.SigningKeys;
import dev.convene.auth.tokens.TokensProperties;
import dev.convene.defaults.MissingSetting;
import dev.convene.defaults.sealing.Seal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** What the authorization server works with. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

  /** With a keyset of its own: what this service seals is nobody else's to open. */
  @Bean
  Seal seal(@Value("${convene.keyset:}") String keyset) {
    if (keyset.isBlank()) {
      throw new MissingSetting("CONVENE_AUTH_KEYSET", "a Tink AEAD keyset in JSON");
    }
    return Seal.withKeyset(keyset);
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(TokensProperties properties) {
    return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
  }

  @Bean
  JwtEncoder jwtEncoder(SigningKeys keys) {
    NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
    encoder.setJwkSelector(keys::signing);
    return encoder;
  }

  @Bean
  OAuth2AuthorizationConsentService consents(
      JdbcOperations jdbc, RegisteredClientRepository clients) {
    return new JdbcOAuth2AuthorizationConsentService(jdbc, clients);
  }
}
