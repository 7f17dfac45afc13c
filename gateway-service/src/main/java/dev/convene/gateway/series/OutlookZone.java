package dev.convene.gateway.series;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The zone that Outlook goes by. It knows Windows' zones alone, and some of them stand for several
 * IANA zones whose clocks no longer agree; the table is Unicode's (CLDR windowsZones).
 */
final class OutlookZone {

  /** Bounded by the number of zones that Java knows, about 600. */
  private static final ConcurrentMap<ZoneId, Optional<ZoneId>> KNOWN = new ConcurrentHashMap<>();

  private OutlookZone() {}

  /** The zone whose clocks the Windows zone for this one follows; empty where Windows has none. */
  static Optional<ZoneId> of(ZoneId zone) {
    return KNOWN.computeIfAbsent(
        zone,
        unknown ->
            Optional.ofNullable(TimeZone.getWindowsID(unknown.getId()))
                .map(windows -> TimeZone.getIDForWindowsID(windows, null))
                .map(ZoneId::of));
  }
}
