package dev.convene.auth.servers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tokens as an attacker, or a client with a mistake, makes them. */
public final class Forged {

  private Forged() {}

  /** Signed with that key, by the algorithm that goes with it. */
  public static String signed(JWK key, String type, JWTClaimsSet claims) {
    try {
      JWSSigner signer =
          key instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner((RSAKey) key);
      JWSAlgorithm algorithm = key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
      return signed(signer, algorithm, key.getKeyID(), type, claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With {@code alg: none}. */
  public static String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  /** HS256, with the published part of an RSA key, in PEM, as the secret. */
  public static String signedWithThePublicKeyAsSecret(
      RSAKey key, String type, JWTClaimsSet claims) {
    try {
      byte[] pem =
          ("-----BEGIN PUBLIC KEY-----\n"
                  + Base64.getMimeEncoder(64, new byte[] {'\n'})
                      .encodeToString(key.toRSAPublicKey().getEncoded())
                  + "\n-----END PUBLIC KEY-----\n")
              .getBytes(StandardCharsets.US_ASCII);
      return signed(new MACSigner(pem), JWSAlgorithm.HS256, key.getKeyID(), type, claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(
      JWSSigner signer, JWSAlgorithm algorithm, String kid, String type, JWTClaimsSet claims)
      throws JOSEException {
    JWSHeader.Builder header = new JWSHeader.Builder(algorithm).keyID(kid);
    SignedJWT jwt = new SignedJWT(header.type(new JOSEObjectType(type)).build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }
}
