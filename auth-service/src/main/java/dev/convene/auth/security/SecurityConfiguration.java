package dev.convene.auth.security;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.convene.auth.clients.Scope;
import dev.convene.auth.keys.SigningKeys;
import dev.convene.auth.problems.ProblemType;
import dev.convene.auth.problems.Problems;
import dev.convene.auth.tokens.ActiveTokens;
import dev.convene.auth.tokens.AllScopes;
import dev.convene.auth.tokens.ClientAssertions;
import dev.convene.auth.tokens.TokensProperties;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which door is open to whom. What is not named here is shut. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String NOTHING_IN_PAGES = "default-src 'none'; frame-ancestors 'none'";

  /** OAuth's own endpoints: a client proves itself, or asks for what everybody may know. */
  @Bean
  @Order(1)
  SecurityFilterChain authorizationServer(HttpSecurity http, ClientAssertions assertions) {
    OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
    return stateless(http)
        .securityMatcher(server.getEndpointsMatcher())
        .with(
            server,
            it ->
                it.clientAuthentication(clients ->
                        clients.authenticationProviders(providers ->
                            providers.stream()
                                .filter(JwtClientAssertionAuthenticationProvider.class::isInstance)
                                .map(JwtClientAssertionAuthenticationProvider.class::cast)
                                .forEach(each -> each.setJwtDecoderFactory(assertions))))
                    .tokenEndpoint(token ->
                        token.accessTokenRequestConverters(
                            converters -> converters.addFirst(new AllScopes())))
                    .authorizationServerMetadataEndpoint(metadata ->
                        metadata.authorizationServerMetadataCustomizer(ServerMetadata::describe)))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .build();
  }

  /** The operators' API: a token of ours with the scope for it. */
  @Bean
  @Order(2)
  SecurityFilterChain api(
      HttpSecurity http,
      JwtDecoder accessTokens,
      BearerProblems problems,
      TokensProperties properties) {
    return stateless(http)
        .securityMatcher("/api/**", BearerProblems.METADATA)
        .csrf(AbstractHttpConfigurer::disable) // no cookie opens this door
        .oauth2ResourceServer(bearer ->
            bearer
                .jwt(jwt -> jwt.decoder(accessTokens))
                .protectedResourceMetadata(metadata ->
                    metadata.protectedResourceMetadataCustomizer(it ->
                        it.resource(properties.issuer())
                            .authorizationServer(properties.issuer())
                            .scope(Scope.OPERATIONS_WRITE.value())
                            .tlsClientCertificateBoundAccessTokens(false)))
                .authenticationEntryPoint(problems)
                .accessDeniedHandler(problems))
        .authorizeHttpRequests(requests ->
            requests.anyRequest().hasAuthority("SCOPE_" + Scope.OPERATIONS_WRITE.value()))
        .build();
  }

  /** Health and metrics are for whoever reaches the port; anything else is not there. */
  @Bean
  @Order(3)
  SecurityFilterChain everythingElse(HttpSecurity http, Problems problems) {
    return stateless(http)
        .csrf(AbstractHttpConfigurer::disable)
        .exceptionHandling(refusals ->
            refusals.authenticationEntryPoint((_, response, _) ->
                problems.write(response, ProblemType.NOT_FOUND, "No resource has this path.")))
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/actuator/health/**", "/actuator/prometheus")
                .permitAll()
                .anyRequest()
                .denyAll())
        .build();
  }

  private static HttpSecurity stateless(HttpSecurity http) {
    return http.sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(withDefaults())
        .headers(headers ->
            headers
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_IN_PAGES)));
  }

  /** As every service should: by RFC 9068, and never by an algorithm that the token chooses. */
  @Bean
  JwtDecoder accessTokens(SigningKeys keys, TokensProperties properties, ActiveTokens active) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createAtJwtValidator()
                .issuer(properties.issuer())
                .audience(properties.audience())
                .build(),
            active));
    return decoder;
  }
}
