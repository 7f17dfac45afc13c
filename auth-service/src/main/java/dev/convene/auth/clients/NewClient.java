package dev.convene.auth.clients;

import dev.convene.auth.problems.RequestError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client as somebody describes it, in the API or in the clients' file. Nothing of it was checked.
 *
 * @param secretHash bcrypt; in the file only, where a client has a secret
 * @param keys a JSON Web Key Set with its public keys, where it proves itself with those
 */
record NewClient(
    @Nullable String clientId,
    @Nullable String name,
    @Nullable List<@Nullable String> scopes,
    @Nullable String secretHash,
    @Nullable JsonNode keys) {

  private static final Pattern CLIENT_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
  private static final int LONGEST_NAME = 100;

  /** A null that is spelled out is no key set. */
  NewClient {
    keys = keys == null || keys.isNull() ? null : keys;
  }

  /** All that is wrong with it, whoever describes it. */
  List<RequestError> errors() {
    List<RequestError> errors = new ArrayList<>();
    if (clientId == null || !CLIENT_ID.matcher(clientId).matches()) {
      errors.add(
          new RequestError(
              "/clientId",
              "not-a-client-id",
              "Give 2 to 64 lower-case letters, digits, dots, dashes or underscores, the first a"
                  + " letter or a digit."));
    }
    if (name == null
        || name.isBlank()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      errors.add(
          new RequestError(
              "/name", "not-a-name", "Give a name of 1 to 100 characters on one line."));
    }
    if (scopes == null || scopes.isEmpty()) {
      errors.add(
          new RequestError("/scopes", "missing", "Give one or more of " + Scope.all() + "."));
    } else {
      for (int i = 0; i < scopes.size(); i++) {
        String scope = scopes.get(i);
        if (scope == null || !Scope.exists(scope)) {
          errors.add(
              new RequestError(
                  "/scopes/" + i, "unknown-scope", "There are only " + Scope.all() + "."));
        }
      }
    }
    if (keys != null && PublicKeys.of(keys.toString()) instanceof PublicKeys.Unusable unusable) {
      errors.add(new RequestError("/keys", "unusable-keys", unusable.why()));
    }
    return errors;
  }

  /** The keys as they are stored, once it is known that nothing is wrong. */
  @Nullable String storedKeys() {
    return keys != null && PublicKeys.of(keys.toString()) instanceof PublicKeys.Usable usable
        ? usable.json()
        : null;
  }
}
