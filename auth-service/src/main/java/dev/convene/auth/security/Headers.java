package dev.convene.auth.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer tells browsers. */
final class Headers {

  /** For answers that are no pages. */
  static final String NOTHING_IN_PAGES = "default-src 'none'; frame-ancestors 'none'";

  /** For our pages: one style sheet of our own, no script, forms that come back here. */
  static final String PAGES =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private Headers() {}

  static HttpSecurity on(HttpSecurity http, String contentSecurityPolicy) {
    return http.headers(headers ->
        headers
            .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
            .contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy)));
  }
}
