package dev.convene.auth.clients;

import static java.lang.Boolean.FALSE;

import dev.convene.auth.problems.RequestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client as somebody describes it, in the API or in the clients' file. Nothing of it was checked.
 *
 * @param secretHash bcrypt; in the file only, where a client has a secret
 * @param keys a JSON Web Key Set with its public keys, where it proves itself with those
 * @param redirectUris where people come back to who have signed in; with these it is a client for
 *     people, and gets no token in its own name
 * @param postLogoutRedirectUris where people come back to who have signed out
 * @param consent whether people are asked before it acts for them; they are unless it says no
 * @param hosts mailboxes that it may schedule for
 */
record NewClient(
    @Nullable String clientId,
    @Nullable String name,
    @Nullable List<@Nullable String> scopes,
    @Nullable String secretHash,
    @Nullable JsonNode keys,
    @Nullable List<@Nullable String> redirectUris,
    @Nullable List<@Nullable String> postLogoutRedirectUris,
    @Nullable Boolean consent,
    @Nullable List<@Nullable String> hosts) {

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
    errors.addAll(ClientRules.scopes(scopes, isForPeople()));
    errors.addAll(ClientRules.addresses("/redirectUris", redirectUris));
    errors.addAll(ClientRules.addresses("/postLogoutRedirectUris", postLogoutRedirectUris));
    errors.addAll(ClientRules.hosts(hosts, isForPeople()));
    if (!isForPeople() && (postLogoutRedirectUris != null || consent != null)) {
      errors.add(
          new RequestError(
              "/redirectUris", "missing", "Only with redirectUris is this a client for people."));
    }
    if (keys != null && PublicKeys.of(keys.toString()) instanceof PublicKeys.Unusable unusable) {
      errors.add(new RequestError("/keys", "unusable-keys", unusable.why()));
    }
    return errors;
  }

  /** Whether people sign in through it. */
  boolean isForPeople() {
    return redirectUris != null && !redirectUris.isEmpty();
  }

  /** Whether it would be handed the tokens of people. */
  boolean opensTheVault() {
    return given(scopes).stream()
        .flatMap(scope -> Scope.of(scope).stream())
        .anyMatch(Scope::isOfTheVault);
  }

  /** Where people come back to, once it is known that nothing is wrong. */
  Client.@Nullable Pages pages() {
    return isForPeople()
        ? new Client.Pages(
            given(redirectUris), given(postLogoutRedirectUris), !FALSE.equals(consent))
        : null;
  }

  /** Those that it may schedule for, in lower case. */
  SortedSet<String> storedHosts() {
    return given(hosts).stream()
        .map(host -> host.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> given(@Nullable List<@Nullable String> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }

  /** The keys as they are stored, once it is known that nothing is wrong. */
  @Nullable String storedKeys() {
    return keys != null && PublicKeys.of(keys.toString()) instanceof PublicKeys.Usable usable
        ? usable.json()
        : null;
  }
}
