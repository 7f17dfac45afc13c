package dev.convene.simulators.microsoft.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.odata.Refused;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SlotTest {
  @ParameterizedTest
  @CsvSource({
    "2027-03-01T11:00:00, UTC, 2027-03-01T10:00:00, UTC, false, ErrorPropertyValidationFailure",
    "2027-03-01T10:00:00, UTC, 2027-03-01T10:30:00, Tokyo Standard Time, false,"
        + " ErrorPropertyValidationFailure",
    "2027-03-01T10:00:00, UTC, 2027-03-02T00:00:00, UTC, true, ErrorPropertyValidationFailure",
    "2027-03-01T00:00:00, UTC, 2027-03-01T00:00:00, UTC, true, ErrorPropertyValidationFailure",
    "2027-03-01T00:00:00, UTC, 2027-03-02T00:00:00, Etc/GMT, true, ErrorPropertyValidationFailure",
    "2027-03-01T10:00:00Z, UTC, 2027-03-01T11:00:00, UTC, false, UnableToDeserializePostBody",
    "tomorrow, UTC, 2027-03-01T11:00:00, UTC, false, UnableToDeserializePostBody",
    "2027-03-01T10:00:00, Africa/Casablanca, 2027-03-01T11:00:00, UTC, false,"
        + " ErrorPropertyValidationFailure",
    "2027-03-01T10:00:00, Nowhere, 2027-03-01T11:00:00, UTC, false, TimeZoneNotSupportedException"
  })
  void whatCannotBeIsRefused(
      String start, String startZone, String end, String endZone, boolean allDay, String code) {
    assertThatThrownBy(() -> Slot.of(time(start, startZone), time(end, endZone), allDay))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith(code);
  }

  @Test
  void anAllDayEventKeepsItsDatesInEveryZone() {
    Slot slot =
        Slot.of(time("2027-03-01T00:00:00", "UTC"), time("2027-03-02T00:00:00", "UTC"), true);

    assertThat(slot.startText(ZoneId.of("Asia/Tokyo"))).isEqualTo("2027-03-01T00:00:00.0000000");
  }

  private static JsonNode time(String dateTime, String zone) {
    return Json.object().put("dateTime", dateTime).put("timeZone", zone);
  }
}
