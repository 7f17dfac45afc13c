package dev.convene.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Somebody who watches a meeting's events, as a browser does. */
final class Watcher implements AutoCloseable {

  private final CompletableFuture<Void> firstLine = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final Thread reading;

  Watcher(HttpClient http, URI events, String bearer) {
    HttpRequest request = HttpRequest.newBuilder(events).header("Authorization", bearer).build();
    reading = Thread.ofVirtual().start(() -> read(http, request));
  }

  private void read(HttpClient http, HttpRequest request) {
    try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
      lines.forEach(_ -> firstLine.complete(null));
      end.complete(null);
    } catch (IOException e) {
      firstLine.completeExceptionally(e);
      end.completeExceptionally(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  void awaitFirstLine() throws Exception {
    firstLine.get(10, TimeUnit.SECONDS);
  }

  /** Whether the stream came to its end in good order within that time. */
  boolean awaitEnd(Duration limit) throws InterruptedException {
    try {
      end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException _) {
      return false;
    }
  }

  @Override
  public void close() {
    reading.interrupt();
  }
}
