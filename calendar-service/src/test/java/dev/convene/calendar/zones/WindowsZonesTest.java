package dev.convene.calendar.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsZonesTest {

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, W. Europe Standard Time",
    "Europe/London, GMT Standard Time",
    "America/New_York, Eastern Standard Time",
    "America/Argentina/Buenos_Aires, Argentina Standard Time",
    "Asia/Kolkata, India Standard Time",
    "Asia/Calcutta, India Standard Time",
    "Asia/Kathmandu, Nepal Standard Time",
    "Africa/Casablanca, Morocco Standard Time",
    "Australia/Lord_Howe, Lord Howe Standard Time",
    "Pacific/Apia, Samoa Standard Time",
    "Etc/UTC, UTC",
    "UTC, UTC"
  })
  void aZoneHasItsWindowsName(String iana, String windows) {
    assertThat(WindowsZones.nameOf(ZoneId.of(iana))).contains(windows);
  }

  @Test
  void aZoneThatWindowsDoesNotKnowHasNone() {
    assertThat(WindowsZones.nameOf(ZoneId.of("Antarctica/Troll"))).isEmpty();
    assertThat(WindowsZones.nameOf(ZoneId.of("+05:17"))).isEmpty();
  }

  /** The list is what people cannot choose; it must not grow unnoticed. */
  @Test
  void nearlyEveryRegionHasOne() {
    List<String> without =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id ->
                id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .filter(id -> WindowsZones.nameOf(ZoneId.of(id)).isEmpty())
            .sorted()
            .toList();
    assertThat(without).isEmpty();
  }
}
