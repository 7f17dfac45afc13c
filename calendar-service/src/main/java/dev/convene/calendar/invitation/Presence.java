package dev.convene.calendar.invitation;

import dev.convene.contracts.Reason;
import org.jspecify.annotations.Nullable;

/** Whether a calendar holds an event of ours. */
public sealed interface Presence {

  /** It does. */
  record Found(String eventId, @Nullable String webLink) implements Presence {}

  /** It does not. */
  record Absent() implements Presence {}

  /** The calendar could not be asked. */
  record Undecided(Reason reason) implements Presence {}
}
