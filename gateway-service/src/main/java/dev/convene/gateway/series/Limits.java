package dev.convene.gateway.series;

import dev.convene.contracts.RecurrencePattern.Daily;
import dev.convene.contracts.RecurrencePattern.MonthlyOnDay;
import dev.convene.contracts.RecurrencePattern.MonthlyOnWeekday;
import dev.convene.contracts.RecurrencePattern.Weekly;
import dev.convene.contracts.RecurrencePattern.YearlyOnDay;
import dev.convene.contracts.RecurrencePattern.YearlyOnWeekday;
import dev.convene.gateway.series.Occurrence.Clock;
import dev.convene.gateway.series.Wish.Extent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a series must be like for Webex and Outlook to hold the same occurrences. The numbers are
 * Webex's ("Meetings Overview" of its developer documentation); see docs/provider-limits.md.
 */
record Limits(Series series, Wish wish) {

  private static final int MOST_DATES_NAMED = 3;

  /** How often a series with an end may take place. */
  private record Cap(int most, String adverb) {}

  List<Objection> objections() {
    List<Objection> found = new ArrayList<>();
    add(found, firstIsNotStart());
    add(found, extent());
    add(found, zone());
    add(
        found,
        clocks(
            "skipped-time",
            Clock.START_SKIPPED,
            "skip this time on %s, and Webex and Outlook may not agree what that means."));
    add(
        found,
        clocks(
            "time-shown-twice",
            Clock.START_TWICE,
            "show this time twice on %s, and Webex and Outlook may not take the same."));
    add(found, firstIsLonger());
    return found;
  }

  private static void add(List<Objection> found, @Nullable Objection objection) {
    if (objection != null) {
      found.add(objection);
    }
  }

  private @Nullable Objection firstIsNotStart() {
    Occurrence first = series.occurrences().getFirst();
    return first.start().equals(series.start())
        ? null
        : new Objection(
            "start-not-in-rule",
            "The meeting would start on %s, a %s, which is not one of the rule's dates."
                .formatted(
                    series.start().toLocalDate(),
                    series.start().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
            "a start that is, such as " + first.start());
  }

  private @Nullable Objection extent() {
    Cap cap = cap();
    Integer total = series.total();
    if (wish.extent() instanceof Extent.Endless) {
      return null;
    }
    if (total != null && total > cap.most()) {
      return new Objection(
          "too-many-occurrences",
          "These are %d. Webex lets a %s series that has an end take place %d times at most."
              .formatted(total, cap.adverb(), cap.most()),
          "at most %d occurrences, or a series without an end".formatted(cap.most()));
    }
    return series.goesOn()
        ? new Objection(
            "too-far-ahead",
            "Webex cuts what is more than five years after the first occurrence.",
            "an end by %s, or none".formatted(series.start().plus(Dates.HORIZON).toLocalDate()))
        : null;
  }

  private Cap cap() {
    return switch (wish.pattern()) {
      case Daily _ -> new Cap(1826, "daily");
      case Weekly _ -> new Cap(261, "weekly");
      case MonthlyOnDay _, MonthlyOnWeekday _ -> new Cap(60, "monthly");
      case YearlyOnDay _, YearlyOnWeekday _ -> new Cap(5, "yearly");
    };
  }

  private @Nullable Objection zone() {
    ZoneId zone = series.zone();
    ZoneId outlooks = OutlookZone.of(zone).orElse(null);
    if (outlooks == null) {
      return new Objection(
          "time-zone-unknown",
          "Outlook has no time zone that matches " + zone + ".",
          "the zone of the nearest large city");
    }
    return dates(one -> !one.start().atZone(outlooks).toInstant().equals(one.startsAt()))
        .map(dates ->
            new Objection(
                "time-zone-differs",
                "Outlook treats %s as %s, whose clocks differ on %s."
                    .formatted(zone, outlooks, dates),
                "timeZone " + outlooks + ", or that of another large city"))
        .orElse(null);
  }

  private @Nullable Objection clocks(String code, Clock clock, String what) {
    return dates(one -> one.clock() == clock)
        .map(dates ->
            new Objection(
                code,
                "The clocks of " + series.zone() + " " + what.formatted(dates),
                "another time of day, or a timeZone whose clocks are not set, such as UTC"))
        .orElse(null);
  }

  private @Nullable Objection firstIsLonger() {
    return series.occurrences().size() > 1
            && series.occurrences().getFirst().clock() == Clock.SET_MEANWHILE
        ? new Objection(
            "first-differs",
            "Clocks are set during the first occurrence, and Webex would take its length for all.",
            "a series that starts on another date")
        : null;
  }

  private Optional<String> dates(Predicate<Occurrence> condition) {
    List<LocalDate> dates =
        series.occurrences().stream()
            .filter(condition)
            .limit(MOST_DATES_NAMED + 1L)
            .map(one -> one.start().toLocalDate())
            .toList();
    if (dates.isEmpty()) {
      return Optional.empty();
    }
    String named =
        dates.stream()
            .limit(MOST_DATES_NAMED)
            .map(LocalDate::toString)
            .collect(Collectors.joining(", "));
    return Optional.of(dates.size() > MOST_DATES_NAMED ? named + " and later" : named);
  }
}
