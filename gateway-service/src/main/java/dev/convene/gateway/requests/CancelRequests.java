package dev.convene.gateway.requests;

import dev.convene.gateway.problems.RequestError;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests to cancel a meeting. */
@Component
public class CancelRequests {

  private static final List<String> FIELDS = List.of("note");

  private final Json json;

  CancelRequests(JsonMapper mapper) {
    this.json = new Json(mapper);
  }

  /** What reading came to. */
  public sealed interface Outcome {

    /** Nothing is wrong with it. */
    record Valid(CancelRequest request) implements Outcome {}

    /** It is JSON, but not what can be said here. */
    record Invalid(List<RequestError> errors) implements Outcome {}

    /** It is not JSON. */
    record Malformed(String detail) implements Outcome {}
  }

  /** Reads one body, which may be empty. Never throws for what stands in it. */
  public Outcome read(byte[] body) {
    if (body.length == 0) {
      return new Outcome.Valid(new CancelRequest(null));
    }
    return switch (json.read(body)) {
      case Json.Root.Malformed(var detail) -> new Outcome.Malformed(detail);
      case Json.Root.Value(var root) -> read(root);
    };
  }

  private static Outcome read(JsonNode root) {
    Refusals refusals = new Refusals();
    Fields fields = Fields.of(root, "", FIELDS, refusals);
    String note =
        fields == null ? null : TextRule.NOTE.read(fields, "note", fields.optional("note"));
    return refusals.isEmpty()
        ? new Outcome.Valid(new CancelRequest(note))
        : new Outcome.Invalid(refusals.all());
  }
}
