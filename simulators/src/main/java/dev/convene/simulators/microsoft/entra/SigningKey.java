package dev.convene.simulators.microsoft.entra;

import dev.convene.simulators.http.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The key that tokens are signed with; a new one in every process. */
final class SigningKey {
  /** One for the process: to make it takes up to a second. */
  static final SigningKey SHARED = new SigningKey();

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String id = UUID.randomUUID().toString();
  private final KeyPair pair;

  private SigningKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      this.pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A JWT with these claims, signed with RS256. */
  String sign(ObjectNode claims) {
    ObjectNode header = Json.object().put("typ", "JWT").put("alg", "RS256").put("kid", id);
    String content = part(header) + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(ObjectNode node) {
    return BASE64.encodeToString(Json.MAPPER.writeValueAsBytes(node));
  }

  /** The public key as a JSON Web Key. */
  ObjectNode jwk() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return Json.object()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("alg", "RS256")
        .put("kid", id)
        .put("n", unsigned(key.getModulus()))
        .put("e", unsigned(key.getPublicExponent()));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
