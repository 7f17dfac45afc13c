package dev.convene.simulators.webex;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One date of a series.
 *
 * @param due when the series' rule has it; part of its id
 * @param start when it takes place
 * @param modified whether it differs from the series
 */
record Occurrence(
    Meeting series,
    Instant due,
    Instant start,
    Instant end,
    String title,
    @Nullable String agenda,
    boolean modified) {
  private static final DateTimeFormatter IN_ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * What is different about one date of a series.
   *
   * @param deleted then nothing else counts
   */
  record Change(
      Instant start, Instant end, String title, @Nullable String agenda, boolean deleted) {}

  String id() {
    return series.id() + "_" + IN_ID.format(due);
  }

  /** All that are left of a series, in order of their due times. */
  static List<Occurrence> of(Meeting series) {
    Draft draft = series.draft();
    return dues(draft).stream()
        .filter(due -> !deleted(series, due))
        .map(due -> at(series, due))
        .toList();
  }

  private static boolean deleted(Meeting series, Instant due) {
    Change change = series.changes().get(due);
    return change != null && change.deleted();
  }

  static List<Instant> dues(Draft draft) {
    if (draft.recurrence() == null) {
      return List.of(draft.start());
    }
    ZoneId zone = ZoneId.of(draft.timeZone());
    Recurrence rule = Recurrence.parse(draft.recurrence(), zone);
    return new Expansion(rule, draft.start().atZone(zone))
        .starts().stream().map(ZonedDateTime::toInstant).toList();
  }

  private static Occurrence at(Meeting series, Instant due) {
    Draft draft = series.draft();
    Change change = series.changes().get(due);
    return change != null
        ? new Occurrence(
            series, due, change.start(), change.end(), change.title(), change.agenda(), true)
        : new Occurrence(
            series,
            due,
            due,
            due.plus(Duration.between(draft.start(), draft.end())),
            draft.title(),
            draft.agenda(),
            false);
  }
}
