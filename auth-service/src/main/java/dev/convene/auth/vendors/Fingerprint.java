package dev.convene.auth.vendors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By which a token is known to who has it, and to nobody else.
 *
 * @param sha256 in lower-case hexadecimal
 */
public record Fingerprint(String sha256) {

  /** Whether it is that token's. */
  public boolean isOf(String token) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
      return MessageDigest.isEqual(
          HexFormat.of().formatHex(digest).getBytes(US_ASCII), sha256.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
