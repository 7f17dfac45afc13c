package dev.convene.auth.vendors;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.convene.auth.tokens.TokensProperties;
import java.net.MalformedURLException;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Entra ID as the place where people prove who they are. Nothing is fetched from it before somebody
 * signs in, so this service starts without it.
 */
@Configuration(proxyBeanMethods = false)
class MicrosoftSignIn {

  private static final int CONNECT_MILLIS = 3000;
  private static final int ANSWER_MILLIS = 5000;
  private static final int LARGEST_KEY_SET = 512 * 1024;

  @Bean
  ClientRegistrationRepository registrations(
      MicrosoftProperties microsoft, TokensProperties tokens) {
    return new InMemoryClientRegistrationRepository(
        ClientRegistration.withRegistrationId("microsoft")
            .clientName("Microsoft")
            .clientId(microsoft.clientId())
            .clientSecret(microsoft.clientSecret())
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            // Not by the request's own host, which is whatever its sender says.
            .redirectUri(tokens.issuer() + "/login/oauth2/code/microsoft")
            .scope(MicrosoftProperties.SCOPES)
            .authorizationUri(microsoft.at("/oauth2/v2.0/authorize"))
            .tokenUri(microsoft.at("/oauth2/v2.0/token"))
            .jwkSetUri(microsoft.at("/discovery/v2.0/keys"))
            .issuerUri(microsoft.issuer())
            .userNameAttributeName("oid")
            .build());
  }

  @Bean
  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes(VendorHttp http) {
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        http.client()
            .configureMessageConverters(converters ->
                converters
                    .disableDefaults()
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  /** RS256 by a key that Entra ID publishes; for this application, from this directory. */
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens(MicrosoftProperties microsoft)
      throws MalformedURLException {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.<SecurityContext>create(
                URI.create(microsoft.at("/discovery/v2.0/keys")).toURL(),
                new DefaultResourceRetriever(CONNECT_MILLIS, ANSWER_MILLIS, LARGEST_KEY_SET))
            .retrying(true)
            .build();
    return registration -> decoder(registration, keys, microsoft.tenant());
  }

  private static JwtDecoder decoder(
      ClientRegistration registration, JWKSource<SecurityContext> keys, String tenant) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(),
            new OidcIdTokenValidator(registration),
            new JwtClaimValidator<String>("tid", tenant::equals)));
    return decoder;
  }
}
