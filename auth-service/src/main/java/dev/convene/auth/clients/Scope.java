package dev.convene.auth.clients;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a token can allow. */
public enum Scope {
  MEETINGS_READ("meetings.read"),
  MEETINGS_WRITE("meetings.write"),
  /** To schedule for hosts who delegated nothing. */
  MEETINGS_WRITE_ANY_HOST("meetings.write.any-host"),
  OPERATIONS_READ("operations.read"),
  OPERATIONS_WRITE("operations.write"),
  /** Who somebody is: for clients that people sign in through. */
  OPENID("openid"),
  PROFILE("profile"),
  EMAIL("email"),
  /** To be handed the Webex tokens of people; webex-service's alone. */
  VAULT_WEBEX("vault.webex"),
  /** To be handed the Microsoft tokens of people; calendar-service's alone. */
  VAULT_MICROSOFT("vault.microsoft");

  private final String value;

  Scope(String value) {
    this.value = value;
  }

  /** As it stands in a token. */
  public String value() {
    return value;
  }

  static Optional<Scope> of(@Nullable String value) {
    return Arrays.stream(values()).filter(scope -> scope.value.equals(value)).findFirst();
  }

  /** Whether only somebody who has signed in can give it. */
  boolean isOfPeople() {
    return switch (this) {
      case OPENID, PROFILE, EMAIL -> true;
      case MEETINGS_READ,
          MEETINGS_WRITE,
          MEETINGS_WRITE_ANY_HOST,
          OPERATIONS_READ,
          OPERATIONS_WRITE,
          VAULT_WEBEX,
          VAULT_MICROSOFT ->
          false;
    };
  }

  /** Whether it is only ever given to systems. */
  boolean isOfSystems() {
    return this == MEETINGS_WRITE_ANY_HOST || isOfTheVault();
  }

  /** Whether it opens the vault. */
  boolean isOfTheVault() {
    return this == VAULT_WEBEX || this == VAULT_MICROSOFT;
  }

  /** Whether it is for operators, so that not everybody who signs in is given it. */
  public static boolean isOfOperators(String value) {
    return value.equals(OPERATIONS_READ.value) || value.equals(OPERATIONS_WRITE.value);
  }

  /** All, for people. */
  static String all() {
    return Arrays.stream(values()).map(Scope::value).collect(Collectors.joining(", "));
  }
}
