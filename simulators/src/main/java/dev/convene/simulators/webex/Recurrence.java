package dev.convene.simulators.webex;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule (RFC 2445, RRULE) as far as Webex takes one.
 *
 * @param days of the week; of several in a monthly or yearly rule only the first counts
 * @param position which of the month's such days, -1 the last; 0 when not given
 * @param monthDay -1 the last; 0 when not given
 * @param month 0 when not given
 * @param count 0 when not given
 */
record Recurrence(
    Frequency frequency,
    int interval,
    List<DayOfWeek> days,
    int position,
    int monthDay,
    int month,
    int count,
    @Nullable LocalDateTime until) {

  /** An end further off than this is cut. */
  static final int YEARS = 5;

  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("uuuuMMdd['T'HHmmss[XX]]");

  private static final Map<String, DayOfWeek> DAYS =
      Arrays.stream(DayOfWeek.values())
          .collect(Collectors.toUnmodifiableMap(day -> day.name().substring(0, 2), day -> day));

  /** How often, and how many occurrences a rule with an end may have. */
  enum Frequency {
    DAILY(1826),
    WEEKLY(261),
    MONTHLY(60),
    YEARLY(5);

    final int most;

    Frequency(int most) {
      this.most = most;
    }
  }

  /** What is wrong with the text of a rule for a series that starts then. */
  static Optional<String> problem(String rule, ZonedDateTime start) {
    try {
      Recurrence read = parse(rule, start.getZone());
      return read.isTooLong(start)
          ? Optional.of(
              "Parameter 'recurrence' may have at most "
                  + read.frequency().most
                  + " occurrences when "
                  + read.frequency().name().toLowerCase(Locale.ROOT)
                  + ".")
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException wrong) {
      return Optional.of("Parameter 'recurrence' is not a valid rule: " + wrong.getMessage());
    }
  }

  /** What has no end may go on; an end that is too far off is cut first. */
  private boolean isTooLong(ZonedDateTime start) {
    return count > frequency.most
        || (until != null && new Expansion(this, start).starts().size() > frequency.most);
  }

  /**
   * Reads a rule.
   *
   * @param zone of the series, in which {@code UNTIL} is compared
   */
  static Recurrence parse(String rule, ZoneId zone) {
    String bare = rule.toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
    Map<String, String> parts =
        Arrays.stream(bare.split(";"))
            .filter(part -> !part.isBlank())
            .map(part -> part.split("=", 2))
            .collect(
                Collectors.toMap(
                    part -> part[0],
                    part -> part.length > 1 ? part[1] : "",
                    (one, two) -> {
                      throw new IllegalArgumentException("given twice: " + one + ", " + two);
                    }));
    List<String> byDay = list(parts.get("BYDAY"));
    String first = byDay.isEmpty() ? "" : byDay.getFirst();
    String ordinal = first.length() > 2 ? first.substring(0, first.length() - 2) : "0";
    if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
      throw new IllegalArgumentException("COUNT and UNTIL exclude each other");
    }
    return new Recurrence(
        Frequency.valueOf(parts.getOrDefault("FREQ", "missing")),
        number(parts, "INTERVAL", 1, 1, 999),
        byDay.stream().map(Recurrence::day).toList(),
        position(parts, ordinal),
        number(parts, "BYMONTHDAY", 0, -31, 31),
        number(parts, "BYMONTH", 0, 1, 12),
        number(parts, "COUNT", 0, 1, 9999),
        parts.containsKey("UNTIL") ? until(parts.getOrDefault("UNTIL", ""), zone) : null);
  }

  private static List<String> list(@Nullable String text) {
    return text == null ? List.of() : List.of(text.split(","));
  }

  private static DayOfWeek day(String text) {
    DayOfWeek day = DAYS.get(text.substring(Math.max(0, text.length() - 2)));
    if (day == null) {
      throw new IllegalArgumentException("no weekday: " + text);
    }
    return day;
  }

  private static int position(Map<String, String> parts, String ordinal) {
    int named = Integer.parseInt(ordinal);
    int position = number(parts, "BYSETPOS", named, -5, 5);
    if (Math.abs(position) > 5) {
      throw new IllegalArgumentException("no month has such a day: " + ordinal);
    }
    return position;
  }

  private static int number(Map<String, String> parts, String name, int usual, int min, int max) {
    String text = parts.get(name);
    if (text == null) {
      return usual;
    }
    int number = Integer.parseInt(list(text).getFirst());
    if (number == 0 || number < min || number > max) {
      throw new IllegalArgumentException(name + " cannot be " + text);
    }
    return number;
  }

  private static LocalDateTime until(String text, ZoneId zone) {
    var parsed = UNTIL.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    return switch (parsed) {
      case OffsetDateTime time -> time.atZoneSameInstant(zone).toLocalDateTime();
      case LocalDate date -> date.plusDays(1).atStartOfDay().minusSeconds(1);
      default -> LocalDateTime.from(parsed);
    };
  }

  /** Up to when there are occurrences of a series that starts then. */
  LocalDateTime end(ZonedDateTime start) {
    LocalDateTime furthest = start.toLocalDateTime().plusYears(YEARS);
    return until == null || until.isAfter(furthest) ? furthest : until;
  }
}
