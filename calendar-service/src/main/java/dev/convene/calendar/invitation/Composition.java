package dev.convene.calendar.invitation;

import dev.convene.contracts.Reason;

/** What composing an invitation came to. */
sealed interface Composition {

  record Ready(Invitation invitation) implements Composition {}

  /** There is no way to say this in a calendar; final. */
  record Impossible(Reason reason) implements Composition {}

  /** Something that only operations can mend stands in the way. */
  record Blocked(Reason reason) implements Composition {}
}
