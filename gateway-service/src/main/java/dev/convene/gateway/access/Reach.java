package dev.convene.gateway.access;

/**
 * Which meetings a caller may see. The database decides by it, so that what is not the caller's is
 * not even read.
 *
 * @param everything all that there are; those that are not one's own without join passwords
 * @param owner one's own are those that one asked for
 * @param mailbox and those that one hosts; empty for a system, and nobody's mailbox
 */
public record Reach(boolean everything, String owner, String mailbox) {

  /** All that this caller may see. */
  public static Reach of(Caller caller) {
    return new Reach(caller.has(Scope.OPERATIONS_READ), caller.owner(), caller.mailbox());
  }

  /** Without what a caller sees for operations. */
  public Reach ownOnly() {
    return new Reach(false, owner, mailbox);
  }
}
