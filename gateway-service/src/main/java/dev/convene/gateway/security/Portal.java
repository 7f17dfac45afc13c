package dev.convene.gateway.security;

import dev.convene.gateway.access.SignedIn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** How people sign in: as a client of auth-service, by code with PKCE, state and nonce. */
@Configuration(proxyBeanMethods = false)
class Portal {

  static final String REGISTRATION = "convene";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Not by discovery: this service starts while auth-service is away. What browsers go to is under
   * the issuer's own name; what this service asks for itself may be nearer.
   */
  @Bean
  ReactiveClientRegistrationRepository portalClient(
      AuthProperties auth, PortalProperties properties) {
    return new InMemoryReactiveClientRegistrationRepository(
        ClientRegistration.withRegistrationId(REGISTRATION)
            .clientId(properties.clientId())
            .clientSecret(properties.clientSecret())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            .redirectUri(properties.base() + "/login/oauth2/code/{registrationId}")
            .scope(
                "openid",
                "profile",
                "email",
                "meetings.read",
                "meetings.write",
                "operations.read",
                "operations.write")
            .issuerUri(auth.issuer())
            .authorizationUri(auth.issuer() + "/oauth2/authorize")
            .tokenUri(auth.internal() + "/oauth2/token")
            .jwkSetUri(auth.keys().toString())
            .userNameAttributeName("sub")
            .providerConfigurationMetadata(
                Map.of("end_session_endpoint", auth.issuer() + "/connect/logout"))
            .build());
  }

  @Bean
  ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
    WebClientReactiveAuthorizationCodeTokenResponseClient client =
        new WebClientReactiveAuthorizationCodeTokenResponseClient();
    client.setWebClient(
        WebClient.builder()
            .clientConnector(
                new ReactorClientHttpConnector(HttpClient.create().responseTimeout(PATIENCE)))
            .build());
    return request ->
        client
            .getTokenResponse(request)
            .onErrorMap(
                WebClientRequestException.class,
                e -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "no answer", e));
  }

  /** With the keys that verify access tokens, too. */
  @Bean
  ReactiveJwtDecoderFactory<ClientRegistration> idTokens(PublishedKeys keys) {
    return registration -> {
      NimbusReactiveJwtDecoder decoder =
          NimbusReactiveJwtDecoder.withJwkSource(keys::of)
              .jwsAlgorithm(SignatureAlgorithm.RS256)
              .build();
      decoder.setJwtValidator(
          JwtValidators.createDefaultWithValidators(
              List.of(new OidcIdTokenValidator(registration))));
      return decoder;
    };
  }

  /**
   * Reads from the access token who it is and what they may, exactly as for a caller who sends one;
   * and gives it up.
   */
  @Bean
  ReactiveOAuth2UserService<OidcUserRequest, OidcUser> people(
      Tokens tokens, PortalProperties properties, InstantSource clock) {
    return request ->
        tokens
            .person(request.getAccessToken().getTokenValue())
            .filter(person -> person.subject().equals(request.getIdToken().getSubject()))
            .<OidcUser>map(person ->
                new SignedIn(
                    person, request.getIdToken(), clock.instant().plus(properties.longest())))
            .switchIfEmpty(Mono.error(() -> new OAuth2AuthenticationException("invalid_token")));
  }
}
