package dev.convene.calendar.invitation;

import dev.convene.contracts.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a calendar holds an event of ours. */
public sealed interface Presence {

  /**
   * It does.
   *
   * @param others further events of the same meeting, of which there should be none
   */
  record Found(String eventId, @Nullable String webLink, List<String> others) implements Presence {

    public Found {
      others = List.copyOf(others);
    }
  }

  /** It does not. */
  record Absent() implements Presence {}

  /** There is no such calendar, or it is closed to us; asking again will not help. */
  record Refused(Reason reason) implements Presence {}

  /** The calendar could not be asked. */
  record Undecided(Reason reason) implements Presence {}
}
