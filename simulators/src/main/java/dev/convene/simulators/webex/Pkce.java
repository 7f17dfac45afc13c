package dev.convene.simulators.webex;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Proof Key for Code Exchange (RFC 7636), method S256. */
final class Pkce {
  private Pkce() {}

  /** Whether the verifier fits the challenge; without a challenge anything does. */
  static boolean holds(@Nullable String challenge, @Nullable String verifier) {
    return challenge == null || (verifier != null && challenge.equals(challenge(verifier)));
  }

  static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
