package dev.convene.auth.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import dev.convene.defaults.MissingSetting;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A Tink keyset from the environment: the primary wraps, all of them unwrap. */
@Component
class KeysetKeyEncryption implements KeyEncryption {

  private static final Configuration TINK = AeadConfig2026.get();

  private final String keyId;
  private final Aead keys;

  KeysetKeyEncryption(@Value("${convene.vault.keyset:}") String keyset) {
    if (keyset.isBlank()) {
      throw new MissingSetting("CONVENE_VAULT_KEYSET", "a Tink AEAD keyset in JSON");
    }
    try {
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(keyset, TINK, InsecureSecretKeyAccess.get());
      this.keyId = Integer.toUnsignedString(handle.getPrimary().getId());
      this.keys = handle.getPrimitive(TINK, Aead.class);
    } catch (GeneralSecurityException _) {
      // The cause may repeat what it could not read.
      throw new IllegalArgumentException("CONVENE_VAULT_KEYSET is not a Tink AEAD keyset in JSON");
    }
  }

  @Override
  public String keyId() {
    return keyId;
  }

  @Override
  public Aead keys() {
    return keys;
  }
}
