package dev.convene.calendar.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundTokenTest {

  private final BoundToken token = new BoundToken(URI.create("https://graph.example"), "secret");

  @Test
  void theTokenGoesToItsOwnService() {
    assertThat(token.getAuthorizationToken(URI.create("https://graph.example/v1.0/me"), Map.of()))
        .isEqualTo("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/v1.0/me",
        "http://graph.example/v1.0/me",
        "https://graph.example:8443/v1.0/me",
        "https://graph.example.evil.example/v1.0/me",
        "https://graph.example@evil.example/v1.0/me"
      })
  void theTokenGoesNowhereElse(String uri) {
    assertThatThrownBy(() -> token.getAuthorizationToken(URI.create(uri), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}
