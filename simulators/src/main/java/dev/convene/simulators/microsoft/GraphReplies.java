package dev.convene.simulators.microsoft;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Handler;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.microsoft.odata.GraphError;
import dev.convene.simulators.microsoft.odata.Refused;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Words replies as Graph does: content type, headers, errors. */
final class GraphReplies {
  private static final String JSON =
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;"
          + "charset=utf-8";
  private static final String REQUEST_ID = "request-id";
  private static final String CLIENT_REQUEST_ID = "client-request-id";

  private final InstantSource clock;

  GraphReplies(InstantSource clock) {
    this.clock = clock;
  }

  /** The handler, its refusals worded. */
  Handler wording(Handler handler) {
    return call -> {
      try {
        return handler.handle(call);
      } catch (Refused refused) {
        return error(call, refused.error());
      }
    };
  }

  static Reply json(int status, String json) {
    return new Reply(status, Map.of("Content-Type", JSON), json.getBytes(StandardCharsets.UTF_8));
  }

  static Reply json(int status, JsonNode json) {
    return new Reply(status, Map.of("Content-Type", JSON), Json.MAPPER.writeValueAsBytes(json));
  }

  static GraphError unauthorized(String message) {
    return new GraphError(401, "InvalidAuthenticationToken", message)
        .withHeader(
            "WWW-Authenticate",
            "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2"
                + "/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"");
  }

  Reply error(Call call, GraphError error) {
    return error(call, error, false);
  }

  /**
   * An error.
   *
   * @param nested puts the inner error one level deeper, as some of Graph's errors have it
   */
  Reply error(Call call, GraphError error, boolean nested) {
    String requestId = requestId();
    ObjectNode body = Json.object();
    ObjectNode node =
        body.putObject("error").put("code", error.code()).put("message", error.message());
    ObjectNode inner = node.putObject("innerError");
    if (nested) {
      inner = inner.put("code", error.code()).putObject("innerError");
    }
    inner.put("date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
    inner.put(REQUEST_ID, requestId);
    inner.put(CLIENT_REQUEST_ID, clientRequestId(call, requestId));
    error.annotations().forEach(node::put);
    Reply reply = json(error.status(), body).with(REQUEST_ID, requestId);
    for (Map.Entry<String, String> header : error.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  /** The reply with the headers that all of Graph's have. */
  static Reply dressed(Call call, Reply reply) {
    if (reply.status() == 0) {
      return reply;
    }
    Map<String, String> headers = new HashMap<>(reply.headers());
    String requestId = headers.computeIfAbsent(REQUEST_ID, _ -> requestId());
    headers.put(CLIENT_REQUEST_ID, clientRequestId(call, requestId));
    headers.put("OData-Version", "4.0");
    headers.putIfAbsent("Cache-Control", "private");
    return new Reply(reply.status(), headers, reply.body());
  }

  private static String clientRequestId(Call call, String otherwise) {
    String given = call.header(CLIENT_REQUEST_ID);
    boolean plain =
        given != null && given.length() <= 200 && given.chars().allMatch(c -> c >= 32 && c < 127);
    return given != null && plain ? given : otherwise;
  }

  /** No secret, so it need not cost what a random UUID costs. */
  private static String requestId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(
            (random.nextLong() & ~0xF000L) | 0x4000L,
            (random.nextLong() & ~(3L << 62)) | Long.MIN_VALUE)
        .toString();
  }
}
