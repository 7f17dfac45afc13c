package dev.convene.local;

import java.util.List;

/**
 * Somebody who can sign in at the simulated vendors, without a password.
 *
 * @param does what they are for in the examples
 */
public record DemoPerson(String mailbox, String does) {

  private static final DemoPerson OPERATOR = new DemoPerson("dave@contoso.example", "operations");

  /** Those that there are. */
  public static List<DemoPerson> all() {
    return List.of(
        new DemoPerson("alice@contoso.example", "an assistant, who schedules for bob"),
        new DemoPerson("bob@contoso.example", "an executive, who delegated to alice"),
        new DemoPerson("carol@contoso.example", "delegated to nobody"),
        OPERATOR);
  }

  /** The mailboxes of those who are operators. */
  static String operators() {
    return OPERATOR.mailbox();
  }
}
