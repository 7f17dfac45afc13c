package dev.convene.auth.security;

import dev.convene.auth.signin.SignInFailed;
import dev.convene.auth.signin.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The pages that people see, and Microsoft's sign-in. */
@Configuration(proxyBeanMethods = false)
class PeoplePages {

  static final String SIGN_IN = "/sign-in";
  static final String CONSENT = "/consent";

  @Bean
  @Order(4)
  SecurityFilterChain pages(HttpSecurity http, SignedIn signedIn, SignInFailed failed) {
    return Headers.on(http, Headers.PAGES)
        .securityMatcher(
            "/",
            SIGN_IN,
            "/sign-out",
            CONSENT,
            "/accounts",
            "/accounts/**",
            "/assets/**",
            "/oauth2/authorization/microsoft",
            "/login/oauth2/code/microsoft")
        .oauth2Login(
            login -> login.loginPage(SIGN_IN).successHandler(signedIn).failureHandler(failed))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?signed-out"))
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(SIGN_IN, "/assets/**")
                .permitAll()
                .anyRequest()
                .authenticated())
        .build();
  }
}
