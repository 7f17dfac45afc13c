package dev.convene.gateway.security;

import dev.convene.gateway.access.CallerAuthentication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import reactor.core.publisher.Mono;

/** What every request goes through. Which door is open to whom says {@code Doors}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  SecurityWebFilterChain securityFilters(
      ServerHttpSecurity http,
      Tokens tokens,
      Sessions sessions,
      BrowserDoor people,
      ForeignForms foreignForms,
      AuthProperties auth,
      Doorkeeper doorkeeper,
      Refusals refusals,
      Limits limits) {
    ReactiveAuthenticationManager bearer = bearer(tokens);
    return http.httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .securityContextRepository(sessions)
        .headers(headers ->
            headers
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .writer(new ContentPolicies(auth.issuer())))
        .csrf(csrf ->
            csrf.requireCsrfProtectionMatcher(foreignForms)
                .csrfTokenRepository(foreignForms.tokens())
                .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                .accessDeniedHandler(refusals))
        .addFilterAfter(foreignForms::tell, SecurityWebFiltersOrder.CSRF)
        .oauth2Login(people::in)
        .logout(people::out)
        .oauth2ResourceServer(server ->
            server
                .authenticationManagerResolver(_ -> Mono.just(bearer))
                .authenticationEntryPoint(refusals)
                .accessDeniedHandler(refusals))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterBefore(limits::filter, SecurityWebFiltersOrder.AUTHORIZATION)
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
