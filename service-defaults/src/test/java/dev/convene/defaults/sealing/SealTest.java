package dev.convene.defaults.sealing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SealTest {

  private static final String OWNER = "019ab3c4-5d10-7a3e-9c41-2f6e08d1b7a5";

  private static final JsonMapper JSON = new JsonMapper();

  private final String keyset = Seal.newKeyset();
  private final Seal seal = Seal.withKeyset(keyset);

  @ParameterizedTest
  @ValueSource(strings = {"", "Xk7;pW-42", "pässwörd 👩‍💻"})
  void whatWasSealedOpensAgain(String secret) {
    assertThat(Seal.withKeyset(keyset).open(seal.seal(secret, OWNER), OWNER)).isEqualTo(secret);
  }

  @Test
  void theSealIsTextForUrlsAndDifferentEachTime() {
    String sealed = seal.seal("Xk7;pW-42", OWNER);
    assertThat(sealed).matches("[A-Za-z0-9_-]+").isNotEqualTo(seal.seal("Xk7;pW-42", OWNER));
    assertThat(new String(Base64.getUrlDecoder().decode(sealed), ISO_8859_1)).doesNotContain("Xk7");
  }

  @Test
  void whatAnOlderKeySealedOpensAfterTheKeysWereRotated() {
    String sealed = seal.seal("Xk7;pW-42", OWNER);
    Seal rotated = Seal.withKeyset(withANewPrimaryKey(keyset));
    assertThat(rotated.open(sealed, OWNER)).isEqualTo("Xk7;pW-42");
    assertCannotOpen(seal, rotated.seal("Xk7;pW-42", OWNER), OWNER);
  }

  @Test
  void itDoesNotOpenForAnotherOwnerOrWithAnotherKeyset() {
    String sealed = seal.seal("Xk7;pW-42", OWNER);
    assertCannotOpen(seal, sealed, OWNER.replace('a', 'b'));
    assertCannotOpen(seal, sealed, "");
    assertCannotOpen(Seal.withKeyset(Seal.newKeyset()), sealed, OWNER);
  }

  @Test
  void noByteOfItCanBeChanged() {
    byte[] sealed = Base64.getUrlDecoder().decode(seal.seal("Xk7;pW-42", OWNER));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertCannotOpen(seal, Base64.getUrlEncoder().encodeToString(changed), OWNER);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "not base64 !", "AAAA", "Xk7;pW-42"})
  void whatIsNoSealDoesNotOpen(String text) {
    assertCannotOpen(seal, text, OWNER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "SECRET-0123456789",
        "null",
        "[]",
        "{}",
        "{\"primaryKeyId\":\"SECRET-0123456789\",\"key\":[]}",
        "{\"primaryKeyId\":1,\"key\":[{\"keyId\":1,\"keyData\":{\"value\":\"SECRET-0123456789\"}}]}",
        "{\"primaryKeyId\":1,\"key\":\"SECRET-0123456789\"}"
      })
  void whatIsNoKeysetIsRefusedWithoutRepeatingIt(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Seal.withKeyset(json))
        .satisfies(e -> assertThat(printed(e)).contains("tinkey").doesNotContain("SECRET"));
  }

  @Test
  void aDamagedKeysetIsRefusedWithoutRepeatingItsKey() {
    String key = keyset.replaceAll("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    assertThat(key).hasSizeGreaterThan(40).isNotEqualTo(keyset);
    for (String damaged :
        new String[] {
          keyset.replace("AesGcmKey", "NoSuchKey"),
          keyset.replace(key, key.substring(8)),
          keyset.replace("ENABLED", "DISABLED"),
          keyset.substring(0, keyset.length() - 2)
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Seal.withKeyset(damaged))
          .satisfies(e -> assertThat(printed(e)).doesNotContain(key.substring(8)));
    }
  }

  private static void assertCannotOpen(Seal seal, String sealed, String owner) {
    assertThatExceptionOfType(Seal.CannotOpen.class)
        .isThrownBy(() -> seal.open(sealed, owner))
        .satisfies(e -> assertThat(printed(e)).doesNotContain("Xk7"));
  }

  /** With all causes, as a log would show it. */
  private static String printed(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  /** As {@code tinkey rotate-keyset} does: a new key that seals, beside the old one. */
  private static String withANewPrimaryKey(String keyset) {
    ObjectNode rotated = (ObjectNode) JSON.readTree(Seal.newKeyset());
    ((ArrayNode) rotated.get("key")).addAll((ArrayNode) JSON.readTree(keyset).get("key"));
    return rotated.toString();
  }
}
