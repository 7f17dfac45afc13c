package dev.convene.series;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Makes up rules, many of them such as both vendors take, some not. */
final class Rules {

  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private final Random random;

  Rules(Random random) {
    this.random = random;
  }

  /** One that has its first date at {@code start} more often than not. */
  String next(LocalDateTime start) {
    StringJoiner rule = new StringJoiner(";");
    switch (random.nextInt(10)) {
      case 0, 1 -> rule.add("FREQ=DAILY").add(interval(7));
      case 2 -> rule.add("FREQ=DAILY").add("BYDAY=MO,TU,WE,TH,FR," + day(start));
      case 3, 4, 5 -> rule.add("FREQ=WEEKLY").add(interval(5)).add(days(start));
      case 6, 7 -> rule.add("FREQ=MONTHLY").add(interval(4)).add(inMonth(start));
      default ->
          rule.add("FREQ=YEARLY")
              .add(interval(2))
              .add("BYMONTH=" + start.getMonthValue())
              .add(inMonth(start));
    }
    if (random.nextInt(20) == 0) {
      rule.add("WKST=" + DAYS.get(random.nextInt(7)));
    }
    return rule + extent(start);
  }

  private String interval(int most) {
    return "INTERVAL=" + (1 + random.nextInt(most));
  }

  private String extent(LocalDateTime start) {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1, 2 -> ";UNTIL=" + compact(start.plusDays(random.nextInt(1900)));
      case 3 -> ";UNTIL=" + compact(start.plusDays(random.nextInt(400))).substring(0, 8);
      case 4 -> ";COUNT=" + (1 + random.nextInt(300));
      default -> ";COUNT=" + (1 + random.nextInt(30));
    };
  }

  private static String compact(LocalDateTime time) {
    return time.toString().replace("-", "").replace(":", "") + "00";
  }

  private String days(LocalDateTime start) {
    StringJoiner days = new StringJoiner(",");
    days.add(day(start));
    for (int more = random.nextInt(4); more > 0; more--) {
      days.add(DAYS.get(random.nextInt(7)));
    }
    return "BYDAY=" + days;
  }

  private String inMonth(LocalDateTime start) {
    int week = (start.getDayOfMonth() + 6) / 7;
    boolean last = start.plusDays(7).getMonth() != start.getMonth();
    return switch (random.nextInt(6)) {
      case 0, 1 -> "BYMONTHDAY=" + start.getDayOfMonth();
      case 2 -> "BYMONTHDAY=" + (1 + random.nextInt(31));
      case 3 -> "BYDAY=" + day(start) + ";BYSETPOS=" + (last ? -1 : week);
      case 4 -> "BYDAY=" + (last ? -1 : week) + day(start);
      default ->
          "BYDAY=" + List.of("", "1", "3", "5", "-1", "-2").get(random.nextInt(6)) + day(start);
    };
  }

  private static String day(LocalDateTime start) {
    return DAYS.get(start.getDayOfWeek().getValue() - 1);
  }
}
