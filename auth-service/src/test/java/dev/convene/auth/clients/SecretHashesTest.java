package dev.convene.auth.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHashesTest {

  private final SecretHashes secrets = new SecretHashes();

  @Test
  void noTwoSecretsAreAlikeAndEachFitsBcrypt() {
    String secret = secrets.newSecret();
    assertThat(secret).isNotEqualTo(secrets.newSecret()).hasSizeLessThanOrEqualTo(72);
  }

  @Test
  void eitherOfTwoHashesIsEnough() {
    String both = SecretHashes.either(secrets.encode("new"), secrets.encode("old"));
    assertThat(secrets.matches("new", both)).isTrue();
    assertThat(secrets.matches("old", both)).isTrue();
    assertThat(secrets.matches("other", both)).isFalse();
  }

  @Test
  void whatBcryptWouldCutOffDoesNotMatch() {
    String secret = "x".repeat(72);
    String hash = secrets.encode(secret);
    assertThat(secrets.matches(secret, hash)).isTrue();
    assertThat(secrets.matches(secret + "y", hash)).isFalse();
  }

  @Test
  void withoutASecretOrAHashNothingMatches() {
    assertThat(secrets.matches("", secrets.encode("new"))).isFalse();
    assertThat(secrets.matches("new", null)).isFalse();
    assertThat(secrets.matches("new", "")).isFalse();
    assertThat(secrets.matches(null, secrets.encode("new"))).isFalse();
  }

  @Test
  void aHashIsKnown() {
    assertThat(SecretHashes.isHash(secrets.encode("new"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "in-clear",
        "{noop}in-clear",
        "$2a$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "$2a$31$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
      })
  void whatIsNoneOrTooCheapOrTooDearIsNot(String text) {
    assertThat(SecretHashes.isHash(text)).isFalse();
  }
}
