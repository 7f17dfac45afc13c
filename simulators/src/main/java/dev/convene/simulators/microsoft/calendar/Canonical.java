package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** What makes two requests the same. */
final class Canonical {
  private Canonical() {}

  /**
   * A digest of what is asked for, the transactionId left out.
   *
   * @param checked as {@link EventSchema#checked} answers it, its properties in order
   */
  static String digest(ObjectNode checked) {
    ObjectNode content = checked;
    if (checked.has("transactionId")) {
      content = Json.object();
      content.setAll(checked);
      content.remove("transactionId");
    }
    byte[] text = Json.MAPPER.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
