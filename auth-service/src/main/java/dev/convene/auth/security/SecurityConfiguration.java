package dev.convene.auth.security;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.convene.auth.clients.Scope;
import dev.convene.auth.keys.SigningKeys;
import dev.convene.auth.problems.ProblemType;
import dev.convene.auth.problems.Problems;
import dev.convene.auth.tokens.ActiveTokens;
import dev.convene.auth.tokens.AllScopes;
import dev.convene.auth.tokens.ClientAssertions;
import dev.convene.auth.tokens.OperatorsOnly;
import dev.convene.auth.tokens.TokensProperties;
import dev.convene.auth.tokens.UsedOnce;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which door is open to whom. What is not named here is shut. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** OAuth's own endpoints: a client proves itself, a person comes by, or everybody may know. */
  @Bean
  @Order(1)
  SecurityFilterChain authorizationServer(
      HttpSecurity http,
      ClientAssertions assertions,
      OperatorsOnly operatorsOnly,
      UsedOnce usedOnce,
      CallLimits limits) {
    OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
    RequestMatcher authorize =
        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/oauth2/authorize");
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(authorize);
    Headers.on(http, Headers.NOTHING_IN_PAGES)
        .securityMatcher(server.getEndpointsMatcher())
        .addFilterAfter(limits, HeaderWriterFilter.class)
        .requestCache(requests -> requests.requestCache(cache))
        .exceptionHandling(refusals ->
            refusals.defaultAuthenticationEntryPointFor(
                new LoginUrlAuthenticationEntryPoint(PeoplePages.SIGN_IN), authorize))
        .with(
            server,
            it ->
                it.clientAuthentication(clients ->
                        clients.authenticationProviders(providers ->
                            providers.stream()
                                .filter(JwtClientAssertionAuthenticationProvider.class::isInstance)
                                .map(JwtClientAssertionAuthenticationProvider.class::cast)
                                .forEach(each -> each.setJwtDecoderFactory(assertions))))
                    .authorizationEndpoint(authorization ->
                        authorization
                            .consentPage(PeoplePages.CONSENT)
                            .authorizationRequestConverters(
                                converters -> converters.addFirst(operatorsOnly::convert)))
                    .tokenEndpoint(token ->
                        token
                            .accessTokenRequestConverters(
                                converters -> converters.addFirst(new AllScopes()))
                            .authenticationProviders(
                                providers -> providers.replaceAll(usedOnce::guarding)))
                    .authorizationServerMetadataEndpoint(metadata ->
                        metadata.authorizationServerMetadataCustomizer(ServerMetadata::describe))
                    .oidc(oidc ->
                        oidc.providerConfigurationEndpoint(provider ->
                            provider.providerConfigurationCustomizer(ServerMetadata::describe))))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
    return http.build();
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

  /** The vault's door for the two services that act at the vendors; each has a key to its own. */
  @Bean
  @Order(3)
  SecurityFilterChain vaultDoor(
      HttpSecurity http, JwtDecoder accessTokens, BearerProblems problems) {
    return stateless(http)
        .securityMatcher("/internal/**")
        .csrf(AbstractHttpConfigurer::disable) // no cookie opens this door
        .oauth2ResourceServer(bearer ->
            bearer
                .jwt(jwt -> jwt.decoder(accessTokens))
                .authenticationEntryPoint(problems)
                .accessDeniedHandler(problems))
        .authorizeHttpRequests(requests ->
            requests
                .anyRequest()
                .hasAnyAuthority(
                    "SCOPE_" + Scope.VAULT_WEBEX.value(), "SCOPE_" + Scope.VAULT_MICROSOFT.value()))
        .build();
  }

  /** Health and metrics are for whoever reaches the port; anything else is not there. */
  @Bean
  @Order(5)
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
    return Headers.on(http, Headers.NOTHING_IN_PAGES)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(withDefaults());
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
