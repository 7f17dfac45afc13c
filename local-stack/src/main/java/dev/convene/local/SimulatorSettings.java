package dev.convene.local;

import dev.convene.local.process.Interrupted;
import dev.convene.local.process.StartFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The switches of a simulator. */
final class SimulatorSettings {

  private SimulatorSettings() {}

  /** Changes one. Neither name nor value may need escaping in JSON. */
  static void set(URI simulator, String name, String value) {
    HttpRequest request =
        HttpRequest.newBuilder(simulator.resolve("/_sim/settings"))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"%s\": \"%s\"}".formatted(name, value)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new StartFailed("The simulator refuses " + name + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new StartFailed("The simulator does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw Interrupted.by(e);
    }
  }
}
