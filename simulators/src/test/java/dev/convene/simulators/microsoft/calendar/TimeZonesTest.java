package dev.convene.simulators.microsoft.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.simulators.microsoft.odata.Refused;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {
  @ParameterizedTest
  @CsvSource({
    "W. Europe Standard Time, Europe/Berlin",
    "Pacific Standard Time, America/Los_Angeles",
    "UTC, Etc/UTC",
    "Europe/Berlin, Europe/Berlin",
    "Asia/Toshkent, Asia/Tashkent"
  })
  void windowsNamesAndDocumentedIanaNamesAreTaken(String name, String zone) {
    assertThat(TimeZones.zone(name)).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Greenwich Mean Time", "Europe/Zurich", "CET", "", "europe/berlin"})
  void otherNamesAreRefused(String name) {
    assertThatThrownBy(() -> TimeZones.zone(name))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("TimeZoneNotSupportedException")
        .hasMessageContaining("'" + name + "'");
  }

  @Test
  void thereAreAllWindowsNames() {
    assertThat(Resource.lines("windows-zones.txt")).hasSizeGreaterThan(135);
  }
}
