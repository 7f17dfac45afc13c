package dev.convene.simulators.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.simulators.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final Settings settings = new Settings();
  private final Supplier<Boolean> strict = settings.flag("strict", true, "refuses more");
  private final Supplier<Integer> max = settings.number("max", 5, 0, 10, "at most");
  private final Supplier<Duration> lag = settings.duration("lag", Duration.ZERO, "how late");
  private final Supplier<String> mode =
      settings.choice("mode", "plain", List.of("plain", "odd"), "which way");

  private void change(String json) {
    settings.change(Json.MAPPER.readTree(json));
  }

  @Test
  void eachKindIsReadAndNullPutsItBack() {
    change("{\"strict\": false, \"max\": 7, \"lag\": \"PT2S\", \"mode\": \"odd\"}");

    assertThat(strict.get()).isFalse();
    assertThat(max.get()).isEqualTo(7);
    assertThat(lag.get()).isEqualTo(Duration.ofSeconds(2));
    assertThat(mode.get()).isEqualTo("odd");

    change("{\"max\": null}");
    assertThat(max.get()).isEqualTo(5);
    settings.reset();
    assertThat(mode.get()).isEqualTo("plain");
  }

  @Test
  void whatIsNotAllowedIsRefusedWithWhatIsAndNothingChanges() {
    assertThatThrownBy(() -> change("{\"strict\": false, \"max\": 11}"))
        .hasMessageContaining("max must be a whole number from 0 to 10");
    assertThatThrownBy(() -> change("{\"lag\": \"soon\"}")).hasMessageContaining("ISO 8601");
    assertThatThrownBy(() -> change("{\"mode\": 1}")).hasMessageContaining("plain, odd");
    assertThatThrownBy(() -> change("{\"strikt\": true}")).hasMessageContaining("unknown setting");
    assertThatThrownBy(() -> change("[]")).hasMessageContaining("JSON object");

    assertThat(strict.get()).isTrue();
  }

  @Test
  void allAreDescribed() {
    assertThat(settings.describe().path("lag").toString())
        .contains("PT0S")
        .contains("how late")
        .contains("ISO 8601");
  }
}
