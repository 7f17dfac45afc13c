package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The time zone names that Graph takes: all Windows names, and a documented list of IANA names. */
public final class TimeZones {
  /** The JDK's data does not know every name that Microsoft documents. */
  private static final Map<String, String> RENAMED =
      Map.of("Asia/Toshkent", "Asia/Tashkent", "Asia/Astana", "Asia/Almaty");

  private static final Map<String, ZoneId> ZONES = read();

  private TimeZones() {}

  /**
   * The rules of a zone by one of the names that Graph takes.
   *
   * @throws dev.convene.simulators.microsoft.odata.Refused when it does not take the name
   */
  public static ZoneId zone(String name) {
    ZoneId zone = ZONES.get(name);
    if (zone == null) {
      throw GraphErrors.zoneNotSupported(name).refused();
    }
    return zone;
  }

  private static Map<String, ZoneId> read() {
    Map<String, ZoneId> zones = new HashMap<>();
    for (String line : Resource.lines("windows-zones.txt")) {
      int tab = line.indexOf('\t');
      zones.put(line.substring(0, tab), ZoneId.of(line.substring(tab + 1)));
    }
    for (String name : Resource.lines("iana-zones.txt")) {
      zones.put(name, ZoneId.of(RENAMED.getOrDefault(name, name)));
    }
    return zones;
  }
}
