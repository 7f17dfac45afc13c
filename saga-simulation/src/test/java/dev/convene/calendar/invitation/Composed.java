package dev.convene.calendar.invitation;

import dev.convene.contracts.MeetingCreated;
import dev.convene.defaults.sealing.Seal;

/** The invitation that calendar-service composes. */
public final class Composed {

  private Composed() {}

  public static Invitation of(MeetingCreated created, Seal seal) {
    return switch (new Composer(seal).compose(created)) {
      case Composition.Ready(var invitation) -> invitation;
      case Composition.Impossible(var reason) -> throw new AssertionError(reason.message());
      case Composition.Blocked(var reason) -> throw new AssertionError(reason.message());
    };
  }
}
