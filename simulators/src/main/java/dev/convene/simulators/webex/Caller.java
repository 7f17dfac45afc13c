package dev.convene.simulators.webex;

import dev.convene.simulators.seeds.Person;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as their access token says.
 *
 * @param user null for the service app, which is no person
 */
record Caller(String token, String clientId, @Nullable Person user, Set<String> scopes) {
  boolean may(String... anyOf) {
    for (String scope : anyOf) {
      if (scopes.contains(scope)) {
        return true;
      }
    }
    return false;
  }
}
