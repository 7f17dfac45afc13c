package dev.convene.gateway.requests;

import dev.convene.contracts.Provider;
import dev.convene.gateway.problems.RequestError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads operators' orders: as a tree, so that everything wrong is found at once. */
@Component
public class OperatorRequests {

  /** At once; more are acted on by a filter, or by further requests. */
  public static final int MOST_IDS = 500;

  private static final int LONGEST_ID = 300;
  private static final String IDS = "1 to " + MOST_IDS + " ids";
  private static final String PROVIDERS = "webex or microsoft; or give a mailbox";

  private final Json json;

  OperatorRequests(JsonMapper mapper) {
    this.json = new Json(mapper);
  }

  /** What an order may and must hold. */
  public enum Shape {
    /** A reason, if one likes; or no body at all. */
    REASON_IF_ANY,
    REASON,
    /** Ids and a reason, either may be missing. */
    IDS_AND_REASON_IF_ANY,
    IDS_IF_ANY_AND_REASON,
    IDS_AND_REASON,
    TARGET_AND_REASON,
    TARGET_AND_REASON_IF_ANY;

    private boolean needsReason() {
      return switch (this) {
        case REASON, IDS_IF_ANY_AND_REASON, IDS_AND_REASON, TARGET_AND_REASON -> true;
        case REASON_IF_ANY, IDS_AND_REASON_IF_ANY, TARGET_AND_REASON_IF_ANY -> false;
      };
    }

    private List<String> fields() {
      return switch (this) {
        case REASON_IF_ANY, REASON -> List.of("reason");
        case IDS_AND_REASON_IF_ANY, IDS_IF_ANY_AND_REASON, IDS_AND_REASON ->
            List.of("reason", "ids");
        case TARGET_AND_REASON, TARGET_AND_REASON_IF_ANY ->
            List.of("reason", "provider", "mailbox");
      };
    }
  }

  /** What reading came to. */
  public sealed interface Outcome {

    /** Nothing is wrong with it. */
    record Valid(OperatorRequest request) implements Outcome {}

    /** It is JSON, but no order of that shape. */
    record Invalid(List<RequestError> errors) implements Outcome {}

    /** It is not JSON. */
    record Malformed(String detail) implements Outcome {}
  }

  /** Reads one body. Never throws for what stands in it. */
  public Outcome read(byte[] body, Shape shape) {
    if (body.length == 0 && !shape.needsReason() && !shape.fields().contains("provider")) {
      return new Outcome.Valid(new OperatorRequest(null, List.of(), null, null));
    }
    return switch (json.read(body)) {
      case Json.Root.Malformed(var detail) -> new Outcome.Malformed(detail);
      case Json.Root.Value(var root) -> read(root, shape);
    };
  }

  private static Outcome read(JsonNode root, Shape shape) {
    Refusals refusals = new Refusals();
    Fields fields = Fields.of(root, "", shape.fields(), refusals);
    if (fields == null) {
      return new Outcome.Invalid(refusals.all());
    }
    JsonNode note =
        shape.needsReason()
            ? fields.required("reason", "why, in 1 to 400 characters")
            : fields.optional("reason");
    OperatorRequest request =
        new OperatorRequest(
            TextRule.NOTE.read(fields, "reason", note),
            ids(fields, shape),
            provider(fields, shape),
            mailbox(fields));
    return refusals.isEmpty() ? new Outcome.Valid(request) : new Outcome.Invalid(refusals.all());
  }

  private static List<String> ids(Fields fields, Shape shape) {
    JsonNode given =
        shape == Shape.IDS_AND_REASON ? fields.required("ids", IDS) : fields.optional("ids");
    List<String> ids = new ArrayList<>();
    if (given == null) {
      return ids;
    }
    if (!given.isArray() || given.isEmpty() || given.size() > MOST_IDS) {
      fields.refuse("ids", "not-ids", "This must be a list of ids.", IDS, given);
      return ids;
    }
    for (int i = 0; i < given.size(); i++) {
      JsonNode id = given.get(i);
      if (!id.isString() || id.stringValue().length() > LONGEST_ID) {
        fields.refuse("ids/" + i, "not-an-id", "This is not an id.", "an id as listed", id);
      } else if (!ids.contains(id.stringValue())) {
        ids.add(id.stringValue());
      }
    }
    return ids;
  }

  private static @Nullable String mailbox(Fields fields) {
    return Mailbox.read(fields, "mailbox", fields.optional("mailbox"));
  }

  private static @Nullable String provider(Fields fields, Shape shape) {
    if (!shape.fields().contains("provider")) {
      return null;
    }
    JsonNode given = fields.optional("provider");
    boolean mailboxGiven = fields.optional("mailbox") != null;
    if ((given == null) != mailboxGiven) {
      String detail = "Say what it is about: either a provider or a mailbox.";
      fields.refuse("provider", "one-of-two", detail, PROVIDERS, given);
      return null;
    }
    String name = fields.text("provider", given, PROVIDERS);
    if (name != null && Provider.named(name).isEmpty()) {
      fields.refuse("provider", "not-one-of", "There is no such provider.", PROVIDERS, given);
    }
    return name;
  }
}
