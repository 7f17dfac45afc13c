package dev.convene.auth.setup;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/**
 * The three steps in which a key is replaced while replicas with either keyset run: all must know a
 * key before one of them seals with it, and nothing may be sealed with a key that is taken out.
 */
final class Keysets {

  private static final Configuration TINK = AeadConfig2026.get();

  private Keysets() {}

  private interface Change {
    KeysetHandle of(KeysetHandle keyset) throws GeneralSecurityException;
  }

  /** One key more, which is not the primary. */
  static String withNewKey(String keyset) {
    return changed(
        keyset,
        old -> {
          KeysetHandle fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
          return KeysetHandle.newBuilder(old)
              .addEntry(KeysetHandle.importKey(fresh.getPrimary().getKey()))
              .build();
        });
  }

  /** The last key that was added is the primary. */
  static String withNewestPrimary(String keyset) {
    return changed(
        keyset,
        old -> {
          KeysetHandle.Builder builder = KeysetHandle.newBuilder(old);
          builder.getAt(builder.size() - 1).makePrimary();
          return builder.build();
        });
  }

  /** The primary, and no other key. */
  static String withPrimaryOnly(String keyset) {
    return changed(
        keyset,
        old -> {
          KeysetHandle.Builder builder = KeysetHandle.newBuilder(old);
          for (int i = builder.size() - 1; i >= 0; i--) {
            if (!builder.getAt(i).isPrimary()) {
              builder.deleteAt(i);
            }
          }
          return builder.build();
        });
  }

  private static String changed(String keyset, Change change) {
    try {
      KeysetHandle old =
          TinkJsonProtoKeysetFormat.parseKeyset(keyset, TINK, InsecureSecretKeyAccess.get());
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          change.of(old), TINK, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException _) {
      // The cause may repeat what it could not read.
      throw new IllegalArgumentException("this is no Tink AEAD keyset in JSON");
    }
  }
}
