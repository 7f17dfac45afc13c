package dev.convene.auth.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeysTest {

  private static RSAKey rsa(int bits, String kid) {
    byte[] modulus = new byte[bits / 8];
    Arrays.fill(modulus, (byte) 0xa5);
    return new RSAKey.Builder(Base64URL.encode(modulus), Base64URL.encode(new byte[] {1, 0, 1}))
        .keyID(kid)
        .build();
  }

  private static PublicKeys of(JWK... keys) {
    return PublicKeys.of(new JWKSet(List.of(keys)).toString(false));
  }

  @Test
  void strongPublicKeysOfTwoKindsAreTaken() throws Exception {
    assertThat(
            of(rsa(2048, "a"), new ECKeyGenerator(Curve.P_256).keyID("b").generate().toPublicJWK()))
        .isInstanceOf(PublicKeys.Usable.class);
  }

  @Test
  void weakOrUnusualKeysAreNot() throws Exception {
    assertThat(of(rsa(1024, "a"))).isInstanceOf(PublicKeys.Unusable.class);
    assertThat(of(rsa(16384, "a"))).isInstanceOf(PublicKeys.Unusable.class);
    assertThat(of(new ECKeyGenerator(Curve.P_521).keyID("a").generate().toPublicJWK()))
        .isInstanceOf(PublicKeys.Unusable.class);
  }

  @Test
  void secretsAreNot() throws Exception {
    assertThat(of(new ECKeyGenerator(Curve.P_256).keyID("a").generate()))
        .isInstanceOf(PublicKeys.Unusable.class);
    assertThat(of(new OctetSequenceKeyGenerator(256).keyID("a").generate()))
        .isInstanceOf(PublicKeys.Unusable.class);
  }

  @Test
  void keysAreToldApart() {
    assertThat(of(rsa(2048, "a"), rsa(2048, "a"))).isInstanceOf(PublicKeys.Unusable.class);
    assertThat(of(rsa(2048, null))).isInstanceOf(PublicKeys.Unusable.class);
  }

  @Test
  void thereAreTenAtMost() {
    JWK[] many = IntStream.range(0, 11).mapToObj(i -> rsa(2048, "key-" + i)).toArray(JWK[]::new);
    assertThat(of(many)).isInstanceOf(PublicKeys.Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "null", "{\"keys\": []}", "{\"keys\": [{}]}", "{\"keys\": 1}"})
  void whatIsNoKeySetIsNot(String json) {
    assertThat(PublicKeys.of(json)).isInstanceOf(PublicKeys.Unusable.class);
  }
}
