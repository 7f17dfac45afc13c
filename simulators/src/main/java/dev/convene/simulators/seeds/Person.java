package dev.convene.simulators.seeds;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Somebody, or a room, that the tenant's directory knows.
 *
 * @param address mail address, in lower case
 * @param name as people see it
 * @param mailbox whether Exchange holds a mailbox for the address
 * @param webexLicence whether Webex lets the address host meetings
 */
public record Person(
    String address, String name, Kind kind, boolean mailbox, boolean webexLicence) {
  /** What the address stands for. */
  public enum Kind {
    PERSON,
    ROOM
  }

  /** The directory's id: the same for one address in every run. */
  public UUID id() {
    return UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8));
  }
}
