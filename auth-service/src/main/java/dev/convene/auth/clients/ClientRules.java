package dev.convene.auth.clients;

import dev.convene.auth.problems.RequestError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client's scopes, addresses and hosts may be. */
final class ClientRules {

  private static final int MOST_ADDRESSES = 5;
  private static final int LONGEST_ADDRESS = 180;
  private static final int MOST_HOSTS = 1000;
  private static final Pattern MAILBOX =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}");

  private ClientRules() {}

  static List<RequestError> scopes(@Nullable List<@Nullable String> scopes, boolean forPeople) {
    if (scopes == null || scopes.isEmpty()) {
      return List.of(
          new RequestError("/scopes", "missing", "Give one or more of " + Scope.all() + "."));
    }
    List<RequestError> errors = new ArrayList<>();
    for (int i = 0; i < scopes.size(); i++) {
      String pointer = "/scopes/" + i;
      Optional<Scope> scope = Scope.of(scopes.get(i));
      if (scope.isEmpty()) {
        errors.add(
            new RequestError(pointer, "unknown-scope", "There are only " + Scope.all() + "."));
      } else if (forPeople ? scope.get().isOfSystems() : scope.get().isOfPeople()) {
        errors.add(
            new RequestError(
                pointer,
                "not-for-this-client",
                forPeople
                    ? "This is for systems, and people sign in through this client."
                    : "This is for clients that people sign in through: those with redirectUris."));
      }
    }
    return errors;
  }

  /** Each must be one that nobody else can stand behind: TLS, or this machine by its name. */
  static List<RequestError> addresses(String pointer, @Nullable List<@Nullable String> addresses) {
    if (addresses == null) {
      return List.of();
    }
    if (addresses.size() > MOST_ADDRESSES) {
      return List.of(new RequestError(pointer, "too-many", "Give at most " + MOST_ADDRESSES + "."));
    }
    List<RequestError> errors = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      if (!isGood(addresses.get(i))) {
        errors.add(
            new RequestError(
                pointer + "/" + i,
                "not-an-address",
                "Give an https address, or http at localhost, of at most "
                    + LONGEST_ADDRESS
                    + " characters, without fragment, comma or user."));
      }
    }
    return errors;
  }

  private static boolean isGood(@Nullable String address) {
    // The framework's table keeps several in one column, with commas between.
    if (address == null || address.length() > LONGEST_ADDRESS || address.indexOf(',') >= 0) {
      return false;
    }
    try {
      URI uri = new URI(address);
      // Not 127.0.0.1: there the framework lets a request choose the port.
      boolean scheme =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && "localhost".equals(uri.getHost()));
      boolean number = uri.getHost() == null || uri.getHost().matches("[0-9.]+|\\[.*");
      return scheme && !number && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  static List<RequestError> hosts(@Nullable List<@Nullable String> hosts, boolean forPeople) {
    if (hosts == null) {
      return List.of();
    }
    if (forPeople || hosts.size() > MOST_HOSTS) {
      return List.of(
          new RequestError(
              "/hosts", "not-here", "A system may have up to " + MOST_HOSTS + " hosts."));
    }
    List<RequestError> errors = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      String host = hosts.get(i);
      if (host == null || !MAILBOX.matcher(host).matches()) {
        errors.add(new RequestError("/hosts/" + i, "not-a-mailbox", "Give a mailbox's address."));
      }
    }
    return errors;
  }
}
