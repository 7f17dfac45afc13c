package dev.convene.simulators.microsoft;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.odata.GraphError;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON object that a call carries. */
final class GraphBody {
  private GraphBody() {}

  /**
   * The body; an empty one is an empty object.
   *
   * @throws dev.convene.simulators.microsoft.odata.Refused when it is something else
   */
  static ObjectNode object(Call call) {
    if (call.body().length == 0) {
      return Json.object();
    }
    String type = call.header("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new GraphError(
              415,
              "RequestBodyRead",
              "A supported MIME type could not be found that matches the content type of the"
                  + " message. Send application/json.")
          .refused();
    }
    JsonNode json = call.json();
    if (json == null || !json.isObject()) {
      throw GraphErrors.cannotDeserialize("").refused();
    }
    return (ObjectNode) json;
  }
}
