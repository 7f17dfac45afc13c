package dev.convene.gateway.security;

import java.net.URI;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.OAuth2LoginSpec;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.stereotype.Component;

/** How people come in and go out, by way of auth-service. */
@Component
class BrowserDoor {

  private static final String HOME = "/";

  private final Sessions sessions;
  private final SignInCookie begun;
  private final NoTokensKept tokens;
  private final ReactiveClientRegistrationRepository portal;
  private final PortalProperties properties;

  BrowserDoor(
      Sessions sessions,
      SignInCookie begun,
      NoTokensKept tokens,
      ReactiveClientRegistrationRepository portal,
      PortalProperties properties) {
    this.sessions = sessions;
    this.begun = begun;
    this.tokens = tokens;
    this.portal = portal;
    this.properties = properties;
  }

  void in(OAuth2LoginSpec login) {
    login
        .securityContextRepository(sessions)
        .authorizationRequestRepository(begun)
        .authorizedClientRepository(tokens)
        .authenticationSuccessHandler(home())
        .authenticationFailureHandler(new FailedSignIns());
  }

  /** Always the same place: no address comes from the request. */
  private static ServerAuthenticationSuccessHandler home() {
    RedirectServerAuthenticationSuccessHandler home =
        new RedirectServerAuthenticationSuccessHandler(HOME);
    home.setRequestCache(NoOpServerRequestCache.getInstance());
    return home;
  }

  /** Ends the session here and at auth-service, and comes back. */
  void out(LogoutSpec logout) {
    OidcClientInitiatedServerLogoutSuccessHandler there =
        new OidcClientInitiatedServerLogoutSuccessHandler(portal);
    there.setPostLogoutRedirectUri(properties.base() + HOME);
    there.setLogoutSuccessUrl(URI.create(HOME));
    logout.logoutHandler(new WebSessionServerLogoutHandler()).logoutSuccessHandler(there);
  }
}
