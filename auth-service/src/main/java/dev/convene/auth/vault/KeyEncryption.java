package dev.convene.auth.vault;

import com.google.crypto.tink.Aead;

/**
 * The key-encryption key: wraps the key that each row has of its own. Here a keyset from the
 * environment; a key management service would be another implementation.
 */
interface KeyEncryption {

  /** Which key wraps now. Rows that name another are wrapped anew. */
  String keyId();

  /** Wraps with the key that wraps now; unwraps with any that there is. */
  Aead keys();
}
