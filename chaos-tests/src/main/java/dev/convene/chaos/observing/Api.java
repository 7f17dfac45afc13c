package dev.convene.chaos.observing;

import dev.convene.chaos.checking.Claim;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The public API, as a client uses it. */
public final class Api {

  private static final int AT_ONCE = 12;
  private static final String UNENDED = "ACCEPTED,IN_PROGRESS,DELAYED,CANCELLING";

  private final Http http = new Http();
  private final URI meetings;
  private final Supplier<String> bearer;

  /**
   * @param bearer the caller's token, as a header has it
   */
  public Api(URI gateway, Supplier<String> bearer) {
    this.meetings = gateway.resolve("/api/v1/meetings");
    this.bearer = bearer;
  }

  /** What one more sending of a request came to; status 0 where no answer came. */
  public record Sent(int status, @Nullable UUID meeting) {}

  /** Sends a request. */
  public Sent send(String key, String body) {
    try {
      Http.Answer answer = http.send("POST", meetings, body, headers("Idempotency-Key", key));
      return new Sent(
          answer.status(),
          answer.status() == 202 ? UUID.fromString(answer.body().path("id").stringValue()) : null);
    } catch (UncheckedIOException _) {
      return new Sent(0, null);
    }
  }

  /** Cancels a meeting; the answer's status, or 0 where none came. */
  public int cancel(UUID meeting) {
    try {
      return http.send("DELETE", URI.create(meetings + "/" + meeting), "", headers()).status();
    } catch (UncheckedIOException _) {
      return 0;
    }
  }

  /** Whether every meeting has come to its end; false also while nobody answers. */
  public boolean allEnded() {
    try {
      Http.Answer answer = page("status=" + UNENDED + "&limit=1");
      return answer.status() == 200 && answer.body().path("meetings").isEmpty();
    } catch (UncheckedIOException _) {
      return false;
    }
  }

  private Map<String, String> headers(String... further) {
    Map<String, String> headers = new HashMap<>(Map.of("Authorization", bearer.get()));
    for (int i = 0; i < further.length; i += 2) {
      headers.put(further[i], further[i + 1]);
    }
    return headers;
  }

  private Http.Answer page(String query) {
    return http.send("GET", URI.create(meetings + "?" + query), "", headers());
  }

  /** All meetings that there are. */
  public Map<UUID, Claim> claims() {
    Map<UUID, String> listed = listed();
    List<Future<Claim>> claims = new ArrayList<>(listed.size());
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      listed.forEach((id, status) ->
          claims.add(
              threads.submit(
                  () -> claim(http.get(URI.create(meetings + "/" + id), headers()), status))));
    }
    Map<UUID, Claim> byId = new LinkedHashMap<>();
    for (Future<Claim> claim : claims) {
      try {
        byId.put(claim.get().id(), claim.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("the API does not tell what it has listed", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    return byId;
  }

  private Map<UUID, String> listed() {
    Map<UUID, String> listed = new LinkedHashMap<>();
    String cursor = "";
    do {
      Http.Answer answer = page("limit=200" + cursor);
      if (answer.status() != 200) {
        throw new IllegalStateException("the API does not list its meetings: " + answer);
      }
      answer
          .body()
          .path("meetings")
          .forEach(one ->
              listed.put(
                  UUID.fromString(one.path("id").stringValue()), one.path("status").stringValue()));
      String next = answer.body().path("next").stringValue(null);
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return listed;
  }

  private static Claim claim(JsonNode json, String listed) {
    return new Claim(
        UUID.fromString(json.path("id").stringValue()),
        json.path("status").stringValue(),
        listed,
        json.path("details").path("host").stringValue(),
        instant(json, "acceptedAt"),
        json.path("join").path("webLink").stringValue(null),
        json.path("reason").path("code").stringValue(null),
        json.path("timeline").valueStream().map(Api::run).toList());
  }

  private static Claim.Run run(JsonNode json) {
    return new Claim.Run(
        json.path("step").stringValue(),
        json.path("outcome").stringValue(),
        instant(json, "startedAt"),
        instant(json, "endedAt"),
        json.path("attempts").intValue(),
        json.path("reason").path("code").stringValue(null),
        json.hasNonNull("nextAttemptAt") ? instant(json, "nextAttemptAt") : null);
  }

  private static Instant instant(JsonNode json, String name) {
    return Instant.parse(json.path(name).stringValue());
  }
}
