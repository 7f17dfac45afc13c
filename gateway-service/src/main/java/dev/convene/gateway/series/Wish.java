package dev.convene.gateway.series;

import dev.convene.contracts.RecurrencePattern;
import java.time.LocalDateTime;

/** A rule as it was asked for: its pattern can be said to both vendors, its extent not yet. */
record Wish(RecurrencePattern pattern, int interval, Extent extent) {

  /** Until when. */
  sealed interface Extent {

    record Endless() implements Extent {}

    record Times(int count) implements Extent {}

    /**
     * To a time.
     *
     * @param local in the zone of the meeting; an occurrence that starts then is the last
     */
    record UpTo(LocalDateTime local) implements Extent {}
  }
}
