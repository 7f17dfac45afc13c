package dev.convene.gateway.security;

import dev.convene.gateway.access.CallerAuthentication;
import dev.convene.gateway.problems.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import reactor.core.publisher.Mono;

/** What every request goes through. Which door is open to whom says {@code Doors}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** The documentation's pages have scripts and styles of their own; nothing else is loaded. */
  private static final String OWN_CONTENT =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  @Bean
  SecurityWebFilterChain securityFilters(
      ServerHttpSecurity http,
      Tokens tokens,
      Doorkeeper doorkeeper,
      Refusals refusals,
      LimitsProperties limits,
      Problems problems) {
    ReactiveAuthenticationManager bearer = bearer(tokens);
    return http.csrf(CsrfSpec::disable) // no cookie opens a door
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .headers(headers ->
            headers
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .contentSecurityPolicy(content -> content.policyDirectives(OWN_CONTENT)))
        .oauth2ResourceServer(server ->
            server
                .authenticationManagerResolver(_ -> Mono.just(bearer))
                .authenticationEntryPoint(refusals)
                .accessDeniedHandler(refusals))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterBefore(new Limits(limits, problems), SecurityWebFiltersOrder.AUTHORIZATION)
        .authorizeExchange(exchanges -> exchanges.anyExchange().access(doorkeeper))
        .build();
  }

  private static ReactiveAuthenticationManager bearer(Tokens tokens) {
    return authentication ->
        tokens
            .caller(((BearerTokenAuthenticationToken) authentication).getToken())
            .map(CallerAuthentication::new);
  }
}
