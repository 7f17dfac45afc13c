package dev.convene.calendar.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "graph.example",
        "ftp://graph.example",
        "https://graph.example/v1.0",
        "https://user@graph.example",
        "https://graph.example?x=1",
        "/v1.0"
      })
  void aBaseUrlIsAnOriginAndNothingElse(String url) {
    assertThatThrownBy(() -> Settings.origin("GRAPH_BASE_URL", URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GRAPH_BASE_URL");
  }

  @Test
  void aLastSlashIsForgiven() {
    assertThat(Settings.origin("x", URI.create("http://localhost:9402/")))
        .isEqualTo(URI.create("http://localhost:9402"));
  }
}
