package dev.convene.auth.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals a grant's tokens with a new AES-256-GCM key each time, and that key with the key-encryption
 * key. One call to whoever holds the latter seals or opens both tokens.
 */
@Component
class Envelope {

  private final KeyEncryption keyEncryption;
  private final Aead envelope;
  private final JsonMapper mapper;

  Envelope(KeyEncryption keyEncryption, JsonMapper mapper) {
    this.keyEncryption = keyEncryption;
    this.mapper = mapper;
    try {
      AeadConfig.register();
      this.envelope =
          KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, keyEncryption.keys());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make AES-256-GCM keys on this machine", e);
    }
  }

  /**
   * @param keyId which key wraps the row's own
   */
  record Sealed(String text, String keyId) {}

  /** The key that seals now. */
  String keyId() {
    return keyEncryption.keyId();
  }

  Sealed seal(Tokens tokens, GrantId of) {
    try {
      byte[] sealed = envelope.encrypt(mapper.writeValueAsBytes(tokens), utf8(of.owner()));
      return new Sealed(Base64.getEncoder().encodeToString(sealed), keyId());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key-encryption key cannot be used", e);
    }
  }

  /**
   * @throws IllegalStateException when the key that wrapped it is not there, or when it was sealed
   *     for somebody else, or changed
   */
  Tokens open(String sealed, GrantId of) {
    try {
      byte[] opened = envelope.decrypt(Base64.getDecoder().decode(sealed), utf8(of.owner()));
      return mapper.readValue(opened, Tokens.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a grant cannot be opened: CONVENE_VAULT_KEYSET lacks its key, or it is not where it was"
              + " sealed",
          e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
