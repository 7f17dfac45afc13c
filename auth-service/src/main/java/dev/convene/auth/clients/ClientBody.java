package dev.convene.auth.clients;

import dev.convene.auth.problems.ProblemType;
import dev.convene.auth.problems.Refused;
import dev.convene.auth.problems.RequestError;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what operators send: small, one JSON value, no field that means nothing. */
@Component
class ClientBody {

  private static final int LARGEST = 64 * 1024;

  private final JsonMapper strict;

  ClientBody(JsonMapper mapper) {
    this.strict = strictly(mapper);
  }

  static JsonMapper strictly(JsonMapper mapper) {
    return mapper
        .rebuild()
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  <T> T read(InputStream json, Class<T> type) throws IOException {
    return parse(bytes(json), type);
  }

  /** Where the body is empty, what is usual. */
  <T> T readOr(InputStream json, T usual, Class<T> type) throws IOException {
    byte[] bytes = bytes(json);
    return bytes.length == 0 ? usual : parse(bytes, type);
  }

  private static byte[] bytes(InputStream json) throws IOException {
    byte[] bytes = json.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw Refused.because(
          ProblemType.BODY_TOO_LARGE, "At most " + LARGEST / 1024 + " KiB are taken here.");
    }
    return bytes;
  }

  private <T> T parse(byte[] bytes, Class<T> type) {
    try {
      T read = strict.readValue(bytes, type);
      if (read == null) {
        throw Refused.because(ProblemType.MALFORMED_JSON, "Send a JSON object.");
      }
      return read;
    } catch (DatabindException e) {
      throw Refused.invalid(
          List.of(
              new RequestError(
                  pointer(e),
                  "not-expected",
                  "There is no such field, or its value is of another kind.")));
    } catch (JacksonException _) {
      throw Refused.because(ProblemType.MALFORMED_JSON, "Send one JSON object in UTF-8.");
    }
  }

  private static String pointer(DatabindException e) {
    return e.getPath().stream()
        .map(step ->
            "/"
                + (step.getPropertyName() == null
                    ? String.valueOf(step.getIndex())
                    : step.getPropertyName().replace("~", "~0").replace("/", "~1")))
        .collect(Collectors.joining());
  }
}
