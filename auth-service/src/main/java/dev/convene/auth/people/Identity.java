package dev.convene.auth.people;

import java.util.Locale;

/**
 * Who somebody is at Microsoft.
 *
 * @param tenant the directory that knows them
 * @param oid their id there, which never changes
 * @param email their mailbox
 * @param name as people see it
 */
public record Identity(String tenant, String oid, String email, String name) {

  private static final int LONGEST = 254;

  /** Bounds what the directory says. */
  public Identity {
    if (tenant.isBlank() || oid.isBlank() || email.indexOf('@') < 1 || email.length() > LONGEST) {
      throw new IllegalArgumentException("somebody needs a directory, an id there and a mailbox");
    }
    email = email.toLowerCase(Locale.ROOT);
    name = name.isBlank() ? email : name.substring(0, Math.min(name.length(), LONGEST));
  }
}
