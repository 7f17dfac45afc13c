package dev.convene.gateway.accepting;

import dev.convene.gateway.problems.RequestError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The header by which a client says that two requests are one. */
sealed interface IdempotencyKey {

  String HEADER = "Idempotency-Key";
  int LONGEST = 255;

  /**
   * There is one, or none is wanted.
   *
   * @param value null where the client sent none, and each request stands for itself
   */
  record Usable(@Nullable String value) implements IdempotencyKey {}

  /** It cannot be told from another, or not be kept. */
  record Unusable(RequestError error) implements IdempotencyKey {}

  static IdempotencyKey of(HttpHeaders headers) {
    List<String> values = headers.getOrEmpty(HEADER);
    if (values.isEmpty()) {
      return new Usable(null);
    }
    String value = values.getFirst();
    boolean usable =
        values.size() == 1
            && !value.isEmpty()
            && value.length() <= LONGEST
            && value.chars().allMatch(c -> c > ' ' && c <= '~');
    return usable
        ? new Usable(value)
        : new Unusable(
            RequestError.inHeader(
                HEADER,
                "not-usable",
                "This cannot be an idempotency key.",
                "one header of 1 to 255 visible ASCII characters",
                value));
  }
}
