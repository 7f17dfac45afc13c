package dev.convene.simulators.seeds;

import static dev.convene.simulators.seeds.Person.Kind.PERSON;
import static dev.convene.simulators.seeds.Person.Kind.ROOM;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tenant as it stands when a simulator starts. Both vendors know the same people; besides those
 * listed, any address in {@code load.example} exists as soon as it is asked for.
 */
public final class Seeds {
  public static final String TENANT = "contoso.example";
  public static final String LOAD_DOMAIN = "load.example";

  /** Entra's application for calendars. */
  public static final Application CALENDAR =
      new Application("convene-calendar", "convene-calendar-secret");

  /** Webex's service app. */
  public static final Application WEBEX = new Application("convene-webex", "convene-webex-secret");

  /** The refresh token that an administrator got when authorising the service app. */
  public static final String WEBEX_REFRESH_TOKEN = "convene-webex-refresh";

  /** The administrator of the Webex site, for whom the XML API is used. */
  public static final String WEBEX_ADMINISTRATOR = "dave@contoso.example";

  /** The refresh token for which that administrator agreed to {@code spark:all}. */
  public static final String WEBEX_ADMINISTRATOR_REFRESH_TOKEN = "convene-webex-admin-refresh";

  private static final List<Person> ALL =
      List.of(
          new Person("alice@contoso.example", "Alice Archer", PERSON, true, true),
          new Person("bob@contoso.example", "Bob Baker", PERSON, true, true),
          new Person("carol@contoso.example", "Carol Chen", PERSON, true, true),
          new Person("dave@contoso.example", "Dave Diaz", PERSON, true, true),
          new Person("guest@contoso.example", "Grace Guest", PERSON, false, false),
          new Person("nolicence@contoso.example", "Nora Nolan", PERSON, true, false),
          new Person("room.aurora@contoso.example", "Aurora (12 seats)", ROOM, true, false),
          new Person("room.borealis@contoso.example", "Borealis (6 seats)", ROOM, true, false));

  private static final Map<String, Person> BY_ADDRESS =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Person::address, Function.identity()));

  private Seeds() {}

  /** An application that may ask for tokens. */
  public record Application(String clientId, String secret) {}

  /** Those that are listed, in the order of their addresses. */
  public static List<Person> people() {
    return ALL;
  }

  /** Who has this address; its case does not matter. */
  public static Optional<Person> find(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    Person listed = BY_ADDRESS.get(lower);
    if (listed != null) {
      return Optional.of(listed);
    }
    int at = lower.length() - LOAD_DOMAIN.length() - 1;
    return at > 0 && lower.endsWith("@" + LOAD_DOMAIN)
        ? Optional.of(new Person(lower, lower.substring(0, at), PERSON, true, true))
        : Optional.empty();
  }
}
