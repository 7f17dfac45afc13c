package dev.convene.auth.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Instant;
import java.util.UUID;

/**
 * A key that signs tokens with RS256, the one algorithm that every OpenID Connect client knows.
 *
 * @param jwk with its private part
 * @param signsFrom it is published before that, and signs until the next one does
 */
record SigningKey(RSAKey jwk, Instant createdAt, Instant signsFrom) {

  private static final int BITS = 2048;

  static SigningKey generate(Instant now, Instant signsFrom) {
    try {
      RSAKey jwk =
          new RSAKeyGenerator(BITS)
              .keyID(UUID.randomUUID().toString())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate();
      return new SigningKey(jwk, now, signsFrom);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make an RSA key on this machine", e);
    }
  }

  String id() {
    return jwk.getKeyID();
  }

  @Override
  public String toString() {
    return "signing key " + id();
  }
}
