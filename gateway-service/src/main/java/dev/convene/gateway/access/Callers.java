package dev.convene.gateway.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Whom a request was found to come from. */
public final class Callers {

  private Callers() {}

  /** The caller, or empty where nobody has proved to be one. */
  public static Optional<Caller> of(Authentication authentication) {
    return authentication.isAuthenticated()
            && authentication.getPrincipal() instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }
}
