package dev.convene.gateway.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Whom a request was found to come from, whether by a token or by a session. */
public final class Callers {

  private Callers() {}

  /** The caller, or empty where nobody has proved to be one. */
  public static Optional<Caller> of(Authentication authentication) {
    if (!authentication.isAuthenticated()) {
      return Optional.empty();
    }
    return switch (authentication.getPrincipal()) {
      case Caller caller -> Optional.of(caller);
      case SignedIn person -> Optional.of(person.caller());
      case null, default -> Optional.empty();
    };
  }
}
