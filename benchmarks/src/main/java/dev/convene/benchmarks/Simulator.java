package dev.convene.benchmarks;

import dev.convene.defaults.messaging.JsonDefaults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A vendor's simulator: its settings, and what it was asked. */
record Simulator(String vendor, URI url, HttpClient http) {

  private static final JsonMapper JSON = JsonDefaults.mapper();

  /**
   * What it was asked since it was started or reset.
   *
   * @param created meetings or events that were made
   * @param duplicates meetings of ours that are there more than once
   * @param answers how many calls there were, by method, route and status
   */
  record Calls(long created, long duplicates, Map<String, Long> answers) {

    Calls since(Calls before) {
      Map<String, Long> more = new TreeMap<>(answers);
      before.answers.forEach((answer, count) -> more.merge(answer, -count, Long::sum));
      more.values().removeIf(count -> count == 0);
      return new Calls(created - before.created, duplicates, more);
    }

    /** Calls beyond one for each that was created. */
    long extra() {
      return answers.values().stream().mapToLong(Long::longValue).sum() - created;
    }
  }

  void set(Map<String, Object> settings) throws IOException, InterruptedException {
    send("PUT", "settings", settings);
  }

  /** Every call takes so much longer. */
  void slow(Duration latency) throws IOException, InterruptedException {
    send("POST", "faults", Map.of("kind", "latency", "delay", latency.toString()));
  }

  /** Forgets what it holds: it keeps all in memory. */
  void reset() throws IOException, InterruptedException {
    send("DELETE", "state", Map.of());
  }

  Calls calls() throws IOException, InterruptedException {
    JsonNode summary = send("GET", "journal/summary", Map.of());
    Map<String, Long> answers = new TreeMap<>();
    summary.path("answers").forEachEntry((answer, count) -> answers.put(answer, count.longValue()));
    return new Calls(
        summary.path("effects").path("created").asLong(0),
        summary.path("duplicates").size(),
        answers);
  }

  private JsonNode send(String method, String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url + "/_sim/" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body.isEmpty()
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(vendor + "'s simulator answers " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }
}
