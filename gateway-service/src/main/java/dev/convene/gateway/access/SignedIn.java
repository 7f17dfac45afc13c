package dev.convene.gateway.access;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * A person with a session. What it holds stays on the server; of tokens it is only the one that
 * tells auth-service at the end whose session it was.
 *
 * @param caller as the access token had it, which was given up after it was read
 * @param idToken opens nothing
 * @param until when the person has to sign in anew, so that rights that were taken away end
 */
public record SignedIn(Caller.Person caller, OidcIdToken idToken, Instant until)
    implements OidcUser, Serializable {

  @Override
  public OidcIdToken getIdToken() {
    return idToken;
  }

  @Override
  public OidcUserInfo getUserInfo() {
    return new OidcUserInfo(Map.of("sub", caller.subject(), "email", caller.email()));
  }

  @Override
  public Map<String, Object> getClaims() {
    return idToken.getClaims();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return getClaims();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public String getName() {
    return caller.owner();
  }
}
