package dev.convene.calendar.zones;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Windows' names of time zones, by Unicode's table (CLDR windowsZones). Graph takes every Windows
 * name, but only about a hundred of the IANA names.
 */
public final class WindowsZones {

  /** Bounded by the number of zones that Java knows, about 600. */
  private static final ConcurrentMap<ZoneId, Optional<String>> KNOWN = new ConcurrentHashMap<>();

  private WindowsZones() {}

  /**
   * The Windows zone that keeps the same time as this one.
   *
   * @return empty where Windows has none, such as for {@code Antarctica/Troll}
   */
  public static Optional<String> nameOf(ZoneId zone) {
    return KNOWN.computeIfAbsent(
        zone, unknown -> Optional.ofNullable(TimeZone.getWindowsID(unknown.getId())));
  }
}
