package dev.convene.contracts;

import org.jspecify.annotations.Nullable;

/**
 * One invited mailbox.
 *
 * @param email in lower case
 * @param name as Outlook shall show it; absent means the address
 */
public record Attendee(String email, @Nullable String name, AttendeeType type) {

  public Attendee {
    Checks.present("type", type);
    Checks.mailbox("email", email);
    name = Checks.blankAsAbsent(name);
  }
}
