package dev.convene.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.series.Sides.Result;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever rule is asked for: the occurrences that the preview shows, those of the simulated Webex
 * series and those of the simulated Outlook series start at the same instants, or the rule was
 * refused before anything was made.
 */
class SeriesAgreementTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2032-01-01T00:00:00Z");
  private static final long SEED = 5545;

  private final Sides sides = new Sides();
  private final Map<String, Integer> counts = new TreeMap<>();

  @Test
  void acrossEveryTransitionOfEveryZone() {
    int transitions = 0;
    Set<ZoneRules> looked = new HashSet<>();
    for (String id : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
      ZoneId zone = ZoneId.of(id);
      boolean first = looked.add(zone.getRules());
      for (ZoneOffsetTransition transition : transitions(zone)) {
        transitions++;
        if (first) {
          around(zone, transition);
        } else {
          // Its clocks are another zone's, but it may be told to Outlook by another name.
          atNoon(zone, transition);
        }
      }
    }
    assertThat(transitions).isGreaterThan(2000);
    assertThat(counts.get("agreed")).as(counts.toString()).isGreaterThan(transitions);
    assertThat(counts)
        .containsKeys("skipped-time", "time-shown-twice", "time-zone-differs", "time-zone-unknown");
  }

  private void atNoon(ZoneId zone, ZoneOffsetTransition transition) {
    LocalDateTime noon = transition.getDateTimeBefore().truncatedTo(ChronoUnit.DAYS).withHour(12);
    count(sides.ask(noon.minusDays(2), zone, "FREQ=DAILY;COUNT=5"));
  }

  private void around(ZoneId zone, ZoneOffsetTransition transition) {
    LocalDateTime changed = transition.getDateTimeBefore();
    LocalDateTime meant = transition.isGap() ? changed.plusMinutes(10) : changed.minusMinutes(10);
    for (LocalDateTime time : List.of(meant, changed.withHour(12), changed.minusHours(3))) {
      LocalDateTime start = time.withSecond(0);
      count(sides.ask(start.minusDays(2), zone, "FREQ=DAILY;COUNT=5"));
      count(sides.ask(start.minusWeeks(2), zone, "FREQ=WEEKLY;INTERVAL=2;COUNT=3"));
      String until = start.plusDays(3).toLocalDate().toString().replace("-", "");
      count(sides.ask(start.minusDays(3), zone, "FREQ=DAILY;INTERVAL=3;UNTIL=" + until));
    }
  }

  private static List<ZoneOffsetTransition> transitions(ZoneId zone) {
    List<ZoneOffsetTransition> found = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(FROM);
    while (next != null && next.getInstant().isBefore(TO)) {
      found.add(next);
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return found;
  }

  @Test
  void forRulesOfAllKinds() {
    Random random = new Random(SEED);
    Rules rules = new Rules(random);
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    for (int i = 0; i < 2000; i++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      LocalDateTime start =
          LocalDateTime.of(2026, 1, 1, 0, 0)
              .plusDays(random.nextInt(2190))
              .plusMinutes(15L * random.nextInt(96));
      count(sides.ask(start, zone, rules.next(start)));
    }
    assertThat(counts.get("agreed")).as(counts.toString()).isGreaterThan(1000);
    assertThat(counts)
        .containsKeys(
            "short-months",
            "every-such-weekday",
            "start-not-in-rule",
            "too-many-occurrences",
            "too-far-ahead",
            "week-start");
  }

  private void count(Result result) {
    String what =
        switch (result) {
          case Result.Agreed _ -> "agreed";
          case Result.Refused(var code) -> code;
        };
    counts.merge(what, 1, Integer::sum);
  }
}
