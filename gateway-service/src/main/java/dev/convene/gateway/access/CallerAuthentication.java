package dev.convene.gateway.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * That a caller is who it is said to be. Holds no credential: the token was verified, and is of no
 * more use here.
 */
public final class CallerAuthentication extends AbstractAuthenticationToken {

  private final Caller caller;

  /** Of a caller that has proved who it is. */
  public CallerAuthentication(Caller caller) {
    super(List.of());
    this.caller = caller;
    setAuthenticated(true);
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return caller.owner();
  }
}
