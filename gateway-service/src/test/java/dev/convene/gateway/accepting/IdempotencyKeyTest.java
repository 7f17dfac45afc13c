package dev.convene.gateway.accepting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class IdempotencyKeyTest {

  @Test
  void aKeyIsVisibleAscii() {
    String longest = "~".repeat(255);

    assertThat(of("a")).isEqualTo(new IdempotencyKey.Usable("a"));
    assertThat(of(longest)).isEqualTo(new IdempotencyKey.Usable(longest));
    assertThat(IdempotencyKey.of(new HttpHeaders())).isEqualTo(new IdempotencyKey.Usable(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ä", "a\tb", "\u007f"})
  void anythingElseIsRefused(String key) {
    assertThat(of(key)).isInstanceOf(IdempotencyKey.Unusable.class);
  }

  @Test
  void soAreTwoKeysAndOneThatIsTooLong() {
    assertThat(of("a", "b")).isInstanceOf(IdempotencyKey.Unusable.class);
    assertThat(of("a".repeat(256))).isInstanceOf(IdempotencyKey.Unusable.class);
  }

  private static IdempotencyKey of(String... keys) {
    HttpHeaders headers = new HttpHeaders();
    for (String key : keys) {
      headers.add(IdempotencyKey.HEADER, key);
    }
    return IdempotencyKey.of(headers);
  }
}
