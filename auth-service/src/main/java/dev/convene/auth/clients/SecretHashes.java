package dev.convene.auth.clients;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Client secrets: made here, kept as bcrypt hashes, shown once. */
@Component
class SecretHashes implements PasswordEncoder {

  /** So that a scanner finds one that was published by mistake. */
  static final String PREFIX = "convene_";

  /** bcrypt's cost: some 50 ms of a processor for each token that a secret asks for. */
  private static final int COST = 10;

  private static final int RANDOM_BYTES = 32;

  /** bcrypt reads no more of a secret. */
  private static final int LONGEST_SECRET = 72;

  private static final Pattern HASH =
      Pattern.compile("\\$2[aby]\\$(0[89]|1[0-4])\\$[./0-9A-Za-z]{53}");
  private static final String BETWEEN = " ";

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);
  private final SecureRandom random = new SecureRandom();

  /** A new secret of 256 random bits. */
  String newSecret() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether it is a bcrypt hash of a cost that protects and can be paid: 8 to 14. */
  static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }

  /** Stands for both: what matches one of them matches this. */
  static String either(@Nullable String hash, String oldHash) {
    return hash + BETWEEN + oldHash;
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return bcrypt.encode(secret);
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
    return secret != null
        && secret.length() <= LONGEST_SECRET
        && hashes != null
        && Arrays.stream(hashes.split(BETWEEN, -1)).anyMatch(hash -> bcrypt.matches(secret, hash));
  }

  /** What is stored may stand for two, and is never replaced by what a client sent. */
  @Override
  public boolean upgradeEncoding(@Nullable String hashes) {
    return false;
  }
}
