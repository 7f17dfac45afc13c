package dev.convene.gateway.series;

import dev.convene.contracts.Recurrence;
import dev.convene.contracts.RecurrenceEnd;
import dev.convene.gateway.series.Wish.Extent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The local starts of a rule's occurrences, up to five years after the first: as far as Webex goes.
 *
 * @param starts at most 1827, which is daily for five years
 * @param goOn whether there are more after that
 */
record Dates(List<LocalDateTime> starts, boolean goOn) {

  static final Period HORIZON = Period.ofYears(5);

  static Dates of(Wish wish, LocalDateTime first) {
    LocalDateTime farthest = first.plus(HORIZON);
    List<LocalDateTime> starts = new ArrayList<>();
    RecurrenceRuleIterator dates = iterator(wish, first.toLocalDate());
    while (dates.hasNext()) {
      LocalDateTime start = LocalDateTime.of(date(dates.nextDateTime()), first.toLocalTime());
      if (isOver(wish.extent(), start, starts.size())) {
        return new Dates(starts, false);
      }
      if (start.isAfter(farthest)) {
        return new Dates(starts, true);
      }
      starts.add(start);
    }
    return new Dates(starts, false);
  }

  private static boolean isOver(Extent extent, LocalDateTime next, int before) {
    return switch (extent) {
      case Extent.Endless() -> false;
      case Extent.Times(int count) -> before >= count;
      case Extent.UpTo(LocalDateTime last) -> next.isAfter(last);
    };
  }

  /** Dates alone are counted, so that no zone comes into it. */
  private static RecurrenceRuleIterator iterator(Wish wish, LocalDate first) {
    Recurrence endless = new Recurrence(wish.pattern(), wish.interval(), new RecurrenceEnd.Never());
    try {
      return new RecurrenceRule(endless.rule(), RfcMode.RFC5545_STRICT)
          .iterator(
              new DateTime(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth()));
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalStateException("our one form is a rule of RFC 5545: " + endless, e);
    }
  }

  private static LocalDate date(DateTime date) {
    return LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth());
  }
}
