package dev.convene.gateway.requests;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads a body as one JSON value. */
final class Json {

  private static final int LONGEST_DETAIL = 200;

  private final ObjectReader reader;

  Json(JsonMapper mapper) {
    this.reader =
        mapper
            .readerFor(JsonNode.class)
            .with(
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** What a body is. */
  sealed interface Root {

    record Value(JsonNode node) implements Root {}

    record Malformed(String detail) implements Root {}
  }

  /** Never throws for what stands in it. */
  Root read(byte[] body) {
    try {
      JsonNode root = reader.readValue(body);
      return root == null || root.isMissingNode()
          ? new Root.Malformed("The body is empty.")
          : new Root.Value(root);
    } catch (JacksonException e) {
      return new Root.Malformed(detail(e));
    }
  }

  private static String detail(JacksonException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    String shortened =
        message.length() <= LONGEST_DETAIL ? message : message.substring(0, LONGEST_DETAIL) + "…";
    TokenStreamLocation at = e.getLocation();
    return at == null
        ? shortened
        : "Line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), shortened);
  }
}
