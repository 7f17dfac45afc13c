package dev.convene.simulators.microsoft.calendar;

/** What comes of a create. */
sealed interface Creation {
  /** A new event. */
  record Created(Event event) implements Creation {}

  /** The event that the same request, by its transactionId, made before. */
  record Repeated(Event event) implements Creation {}

  /** The transactionId belongs to an event of another content, or to one that is gone. */
  record Clash(Event existing) implements Creation {}
}
