package dev.convene.simulators.microsoft.entra;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a token was issued.
 *
 * @param appId the application's client id
 * @param user the signed-in user's address; null when the application acts for itself
 * @param scopes delegated scopes, or the application's roles
 */
public record Caller(String appId, @Nullable String user, Set<String> scopes) {
  /** What an administrator has granted to applications that act for themselves. */
  static final Set<String> APPLICATION_ROLES =
      Set.of(
          "Calendars.ReadWrite",
          "User.Read.All",
          "GroupMember.Read.All",
          "Group.Read.All",
          "Place.Read.All");

  public boolean delegated() {
    return user != null;
  }

  /** Whether one of these was granted. */
  public boolean may(String... oneOf) {
    for (String scope : oneOf) {
      if (scopes.contains(scope)) {
        return true;
      }
    }
    return false;
  }
}
