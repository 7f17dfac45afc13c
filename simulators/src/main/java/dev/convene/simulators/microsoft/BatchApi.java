package dev.convene.simulators.microsoft;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Handler;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.microsoft.odata.GraphError;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Carries out the steps of a JSON batch as calls of their own. */
final class BatchApi {
  private static final int MOST = 20;

  /** Graph hands at most so many steps of one batch to Outlook at once. */
  private static final int AT_ONCE = 4;

  private final GraphReplies replies;
  private final Handler front;

  BatchApi(GraphReplies replies, Handler front) {
    this.replies = replies;
    this.front = front;
  }

  Reply answer(Call call) {
    List<JsonNode> steps = new ArrayList<>();
    GraphBody.object(call).path("requests").forEach(steps::add);
    check(steps);
    boolean ordered = steps.stream().anyMatch(step -> !step.path("dependsOn").isEmpty());
    List<ObjectNode> answers = ordered ? oneByOne(call, steps) : together(call, steps);
    ObjectNode body = Json.object();
    // Graph answers in any order; this one is never the order of the request.
    answers.reversed().forEach(body.putArray("responses")::add);
    return GraphReplies.json(200, body);
  }

  private static void check(List<JsonNode> steps) {
    if (steps.isEmpty() || steps.size() > MOST) {
      throw GraphErrors.badRequest(
              "A batch has from 1 to " + MOST + " requests; this one has " + steps.size() + ".")
          .refused();
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode step : steps) {
      String id = step.path("id").asString("");
      boolean whole = step.path("method").isString() && step.path("url").isString();
      if (id.isEmpty() || !ids.add(id) || !whole) {
        throw GraphErrors.badRequest(
                "Each request of a batch has a method, a url, and an id that no other has.")
            .refused();
      }
      for (JsonNode other : step.path("dependsOn")) {
        if (!ids.contains(other.asString()) || other.asString().equals(id)) {
          throw GraphErrors.badRequest("dependsOn must name requests before this one.").refused();
        }
      }
    }
  }

  private List<ObjectNode> oneByOne(Call batch, List<JsonNode> steps) {
    Map<String, Integer> statuses = new HashMap<>();
    List<ObjectNode> answers = new ArrayList<>();
    for (JsonNode step : steps) {
      boolean failed = false;
      for (JsonNode other : step.path("dependsOn")) {
        failed |= statuses.getOrDefault(other.asString(), 500) >= 400;
      }
      Reply reply =
          failed
              ? replies.error(
                  batch, new GraphError(424, "FailedDependency", "A request it depends on failed."))
              : carriedOut(batch, step);
      statuses.put(step.path("id").asString(), reply.status());
      answers.add(written(step, reply));
    }
    return answers;
  }

  private List<ObjectNode> together(Call batch, List<JsonNode> steps) {
    Semaphore lanes = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ObjectNode>> running =
          steps.stream()
              .map(step ->
                  threads.submit(() -> {
                    lanes.acquire();
                    try {
                      return written(step, carriedOut(batch, step));
                    } finally {
                      lanes.release();
                    }
                  }))
              .toList();
      List<ObjectNode> answers = new ArrayList<>();
      for (Future<ObjectNode> one : running) {
        answers.add(one.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Reply carriedOut(Call batch, JsonNode step) {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, JsonNode> header : step.path("headers").properties()) {
      headers.put(header.getKey(), header.getValue().asString(""));
    }
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("Authorization"));
    JsonNode body = step.path("body");
    boolean typed = headers.keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
    if (!body.isMissingNode() && !typed) {
      return replies.error(
          batch, GraphErrors.badRequest("A request with a body needs a Content-Type header."));
    }
    String url = step.path("url").asString();
    byte[] bytes = body.isMissingNode() ? new byte[0] : Json.MAPPER.writeValueAsBytes(body);
    Call one =
        batch.within(
            step.path("method").asString(),
            "/v1.0" + (url.startsWith("/") ? url : "/" + url),
            headers,
            bytes);
    Reply reply = front.handle(one);
    return reply.status() == 0
        ? replies.error(batch, new GraphError(504, "GatewayTimeout", "The request timed out."))
        : reply;
  }

  private static ObjectNode written(JsonNode step, Reply reply) {
    ObjectNode answer =
        Json.object().put("id", step.path("id").asString()).put("status", reply.status());
    ObjectNode headers = answer.putObject("headers");
    reply.headers().forEach(headers::put);
    if (reply.body().length > 0) {
      answer.set("body", body(reply));
    }
    return answer;
  }

  /** JSON as it is; whatever else it is, as text. */
  private static JsonNode body(Reply reply) {
    try {
      return Json.MAPPER.readTree(reply.body());
    } catch (JacksonException _) {
      String text = new String(reply.body(), StandardCharsets.UTF_8);
      return Json.MAPPER.getNodeFactory().stringNode(text);
    }
  }
}
