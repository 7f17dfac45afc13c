package dev.convene.gateway.series;

import dev.convene.contracts.Recurrence;
import dev.convene.contracts.RecurrenceEnd;
import dev.convene.gateway.series.Occurrence.Clock;
import dev.convene.gateway.series.Wish.Extent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a meeting takes place, once or more often.
 *
 * @param wish what was asked for; absent for a meeting that takes place once
 * @param occurrences at least one, those of the first five years
 * @param goesOn whether there are more after that
 */
public record Series(
    @Nullable Wish wish,
    LocalDateTime start,
    ZoneId zone,
    List<Occurrence> occurrences,
    boolean goesOn) {

  /** What reading a rule came to. */
  public sealed interface Reading {

    /** It can be followed; {@link Series#objections()} says whether it can be scheduled. */
    record Usable(Series series) implements Reading {}

    /** It means nothing, or what no calendar on one of both sides could hold. */
    record Unusable(Objection why) implements Reading {}
  }

  /** A meeting that takes place once. */
  public static Series once(LocalDateTime start, LocalDateTime end, ZoneId zone) {
    return new Series(null, start, zone, occurrences(List.of(start), start, end, zone), false);
  }

  /**
   * A meeting that repeats by a rule.
   *
   * @param rule as somebody wrote it
   * @param start of the first occurrence, local to {@code zone}
   */
  public static Reading read(String rule, LocalDateTime start, LocalDateTime end, ZoneId zone) {
    return switch (RuleText.read(rule, start, zone)) {
      case RuleText.Reading.Unusable(var why) -> new Reading.Unusable(why);
      case RuleText.Reading.Read(var wish) -> follow(wish, start, end, zone);
    };
  }

  private static Reading follow(Wish wish, LocalDateTime start, LocalDateTime end, ZoneId zone) {
    Dates dates = Dates.of(wish, start);
    if (dates.starts().isEmpty()) {
      return new Reading.Unusable(
          new Objection(
              "no-occurrence", "The rule ends before its first date.", "UNTIL after the start"));
    }
    return new Reading.Usable(
        new Series(wish, start, zone, occurrences(dates.starts(), start, end, zone), dates.goOn()));
  }

  private static List<Occurrence> occurrences(
      List<LocalDateTime> starts, LocalDateTime start, LocalDateTime end, ZoneId zone) {
    Duration length = Duration.between(start, end);
    List<Occurrence> occurrences = new ArrayList<>(starts.size());
    @Nullable ZoneOffset before = null;
    for (LocalDateTime one : starts) {
      LocalDateTime until = one.plus(length);
      Instant startsAt = one.atZone(zone).toInstant();
      Instant endsAt = until.atZone(zone).toInstant();
      ZoneOffset offset = zone.getRules().getOffset(startsAt);
      occurrences.add(
          new Occurrence(
              occurrences.size() + 1,
              one,
              until,
              startsAt,
              endsAt,
              offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId(),
              before != null && !before.equals(offset),
              clock(one, Duration.between(startsAt, endsAt).equals(length), zone)));
      before = offset;
    }
    return List.copyOf(occurrences);
  }

  private static @Nullable Clock clock(LocalDateTime start, boolean lengthKept, ZoneId zone) {
    ZoneOffsetTransition transition = zone.getRules().getTransition(start);
    if (transition != null) {
      return transition.isGap() ? Clock.START_SKIPPED : Clock.START_TWICE;
    }
    return lengthKept ? null : Clock.SET_MEANWHILE;
  }

  /** Why it cannot be scheduled; empty where it can. */
  public List<Objection> objections() {
    return wish == null ? List.of() : new Limits(this, wish).objections();
  }

  /** How many occurrences there are; null where nobody knows, or where they are too many. */
  public @Nullable Integer total() {
    return switch (wish == null ? new Extent.Times(1) : wish.extent()) {
      case Extent.Endless() -> null;
      case Extent.Times(int count) -> count;
      case Extent.UpTo _ -> goesOn ? null : (Integer) occurrences.size();
    };
  }

  /**
   * As both vendors are told; null for a meeting that takes place once. Only where there are no
   * {@link #objections()}.
   */
  public @Nullable Recurrence recurrence() {
    if (wish == null) {
      return null;
    }
    RecurrenceEnd end =
        switch (wish.extent()) {
          case Extent.Endless() -> new RecurrenceEnd.Never();
          case Extent.Times(int count) -> new RecurrenceEnd.After(count);
          case Extent.UpTo _ -> new RecurrenceEnd.LastAt(occurrences.getLast().startsAt());
        };
    return new Recurrence(wish.pattern(), wish.interval(), end);
  }

  /** When the last occurrence is over; of a series without an end, the last within five years. */
  public Instant endsAt() {
    return occurrences.getLast().endsAt();
  }
}
