package dev.convene.gateway.previewing;

import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.requests.Query;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** Which of the occurrences somebody wants to see. */
sealed interface PreviewQuery {

  int USUAL = 100;
  int MOST = 500;

  /**
   * It can be answered.
   *
   * @param after how many to leave out
   */
  record Valid(int after, int limit) implements PreviewQuery {}

  record Invalid(List<RequestError> errors) implements PreviewQuery {}

  static PreviewQuery read(MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters, List.of("after", "limit"), List.of());
    int limit = query.limit(USUAL, MOST);
    String after = query.first("after");
    if (after != null && !after.matches("\\d{1,4}")) {
      query.refuse("after", "not-a-number", "This is no number.", "what `next` said", after);
    }
    return query.errors().isEmpty()
        ? new Valid(after == null ? 0 : Integer.parseInt(after), limit)
        : new Invalid(query.errors());
  }
}
