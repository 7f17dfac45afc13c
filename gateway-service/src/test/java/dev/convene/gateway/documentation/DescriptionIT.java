package dev.convene.gateway.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description in {@code contracts}, from which the portal's client is made, is what the service
 * says of itself.
 */
class DescriptionIT {

  private static final Path COMMITTED = Path.of("..", "contracts", "openapi.json");
  private static final Path ACTUAL = Path.of("target", "openapi.json");

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(
              SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
          .build();

  @Test
  void theCommittedDescriptionIsTheServicesOwn() throws IOException {
    String said =
        new Api(Servers.gateway())
            .get("/v3/api-docs")
            .body()
            .replace(Issuer.shared().url(), "https://auth.example.com");
    String actual = mapper.writeValueAsString(mapper.readValue(said, Object.class)) + "\n";
    Files.writeString(ACTUAL, actual);

    assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
        .as("the API has changed: cp gateway-service/target/openapi.json contracts/openapi.json")
        .isEqualTo(actual);
  }
}
