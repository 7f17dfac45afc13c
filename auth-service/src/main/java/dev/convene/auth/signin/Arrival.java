package dev.convene.auth.signin;

import dev.convene.auth.people.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Reads who has arrived from what Entra ID says of them. */
final class Arrival {

  /** Why somebody is not let in although Microsoft knows them. */
  static final String NOT_A_MEMBER = "not_a_member";

  static final String NO_MAILBOX = "no_mailbox";

  private Arrival() {}

  /**
   * Mailboxes decide what somebody may do, so only those count which the directory itself vouches
   * for: a guest's address is what another directory says.
   *
   * @throws OAuth2AuthenticationException when it is nobody whom we can know
   */
  static Identity of(OidcUser user) {
    String home = user.getClaimAsString("idp");
    String issuer = String.valueOf(user.getIssuer());
    if (home != null && !home.equals(issuer)) {
      throw new OAuth2AuthenticationException(new OAuth2Error(NOT_A_MEMBER));
    }
    String email = first(user.getEmail(), user.getPreferredUsername());
    String tenant = user.getClaimAsString("tid");
    String oid = user.getClaimAsString("oid");
    if (email == null || tenant == null || oid == null) {
      throw new OAuth2AuthenticationException(new OAuth2Error(NO_MAILBOX));
    }
    try {
      return new Identity(tenant, oid, email, user.getFullName() == null ? "" : user.getFullName());
    } catch (IllegalArgumentException _) {
      throw new OAuth2AuthenticationException(new OAuth2Error(NO_MAILBOX));
    }
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null || one.isBlank() ? other : one;
  }
}
