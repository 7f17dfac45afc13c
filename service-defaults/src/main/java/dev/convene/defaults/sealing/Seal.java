package dev.convene.defaults.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Seals short texts, such as a meeting's password, with authenticated encryption (AES-256-GCM by
 * Tink), bound to what they belong to. The services that share a keyset can open each other's
 * seals. Keys are rotated by adding one to the keyset: the primary seals, all of them open.
 */
public final class Seal {

  private static final Configuration TINK = AeadConfig2026.get();

  /**
   * Tink keeps a random generator for each thread and looks for Conscrypt when it makes one: a
   * fifth of webex-service's processor time, where each meeting has a virtual thread of its own.
   */
  private static final ExecutorService PLATFORM_THREAD =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("sealing-", 0).factory());

  private final Aead aead;

  private Seal(Aead aead) {
    this.aead = aead;
  }

  /**
   * Reads a keyset in Tink's JSON format, as {@link #newKeyset()} and Tink's own tools write it.
   *
   * @throws IllegalArgumentException when it is none; the message never repeats any of it
   */
  public static Seal withKeyset(String json) {
    try {
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(json, TINK, InsecureSecretKeyAccess.get());
      return new Seal(handle.getPrimitive(TINK, Aead.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "not a Tink AEAD keyset in JSON (create one with: tinkey create-keyset"
              + " --key-template AES256_GCM)");
    }
  }

  /** A new keyset with one random AES-256-GCM key. It is a secret. */
  public static String newKeyset() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK),
          TINK,
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make an AES-256-GCM key on this machine", e);
    }
  }

  /**
   * Seals {@code secret} for {@code owner}, such as the meeting's id.
   *
   * @return URL-safe Base64, different each time
   */
  public String seal(String secret, String owner) {
    return Thread.currentThread().isVirtual()
        ? CompletableFuture.supplyAsync(() -> sealHere(secret, owner), PLATFORM_THREAD).join()
        : sealHere(secret, owner);
  }

  private String sealHere(String secret, String owner) {
    try {
      byte[] sealed = aead.encrypt(utf8(secret), utf8(owner));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal", e);
    }
  }

  /**
   * Opens what was sealed for the same owner.
   *
   * @throws CannotOpen when it was sealed with another keyset, for another owner, or tampered with
   */
  public String open(String sealed, String owner) {
    try {
      byte[] secret = aead.decrypt(Base64.getUrlDecoder().decode(sealed), utf8(owner));
      return new String(secret, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new CannotOpen(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The text was not sealed by us for this owner. */
  public static final class CannotOpen extends RuntimeException {
    private CannotOpen(Exception cause) {
      super("this was sealed with another keyset, for another owner, or was changed since", cause);
    }
  }
}
