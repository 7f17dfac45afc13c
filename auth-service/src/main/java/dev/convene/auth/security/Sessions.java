package dev.convene.auth.security;

import dev.convene.auth.tokens.TokensProperties;
import dev.convene.defaults.sealing.Seal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions of people's browsers: in the database, so that any replica knows them. */
@Configuration(proxyBeanMethods = false)
class Sessions {

  private static final String NAME = "convene-auth";

  @Bean
  CookieSerializer sessionCookie(Seal seal, TokensProperties properties) {
    boolean tls = properties.issuer().startsWith("https:");
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    // With the prefix, browsers take it from this host over TLS only.
    cookie.setCookieName(tls ? "__Host-" + NAME : NAME);
    cookie.setCookiePath("/");
    cookie.setUseSecureCookie(tls);
    cookie.setUseHttpOnlyCookie(true);
    // Not Strict: people come back from Microsoft, and from the portal.
    cookie.setSameSite("Lax");
    cookie.setUseBase64Encoding(false);
    return new SealedCookie(cookie, seal);
  }

  @Bean
  <S extends Session> SessionRegistry sessionRegistry(
      FindByIndexNameSessionRepository<S> repository) {
    return new SpringSessionBackedSessionRegistry<>(repository);
  }
}
