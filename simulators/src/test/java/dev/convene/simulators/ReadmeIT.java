package dev.convene.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The README names whatever there is to set. */
class ReadmeIT {
  @Test
  void everySettingAndKindOfFaultIsInTheReadme() throws IOException, InterruptedException {
    String readme = Files.readString(Path.of("README.md"));

    try (Simulators simulators = Simulators.builder().webexPort(0).start()) {
      assertNamed(readme, simulators.webex(), "/_sim/settings", JsonNode::propertyNames);
      assertNamed(
          readme,
          simulators.webex(),
          "/_sim/faults",
          faults -> faults.path("kinds").propertyNames());
    }
  }

  private static void assertNamed(
      String readme, URI base, String path, Function<JsonNode, Collection<String>> names)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String body =
          client
              .send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString())
              .body();
      assertThat(names.apply(JsonMapper.shared().readTree(body)))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }
  }
}
