package dev.convene.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComposeTest {

  private static final String TEXT = Repository.read("docker-compose.yml");
  private static final ComposeFile COMPOSE = new ComposeFile(TEXT);

  @Test
  void nothingListensBeyondTheLoopbackAddress() {
    assertThat(COMPOSE.published()).isEmpty();
    assertThat(with("127.0.0.1:${KAFKA_PORT:-9094}:9094", "9094:9094").published())
        .containsExactly("kafka");
  }

  @Test
  void everyContainerIsConfined() {
    assertThat(COMPOSE.unconfined()).isEmpty();
    assertThat(with("no-new-privileges:true", "label:disable").unconfined()).contains("redis");
    assertThat(with("cap_drop: [ALL]", "cap_drop: [NET_RAW]").unconfined()).contains("postgres");
    assertThat(with("  read_only: true", "  tty: true").unconfined()).contains("auth-service");
  }

  @Test
  void everyContainerHasALimitOfMemory() {
    assertThat(COMPOSE.unlimited()).isEmpty();
    assertThat(with("mem_limit: 1g", "cpus: 1").unlimited()).containsExactly("kafka");
  }

  @Test
  void everyServiceSaysWhetherItWorksAndWaitsForThoseItNeeds() {
    assertThat(COMPOSE.unhealthy()).isEmpty();
    assertThat(with("test: [CMD, nc", "command: [CMD, nc").unhealthy()).containsExactly("kafka");
    assertThat(COMPOSE.startedTooEarly()).isEmpty();
    assertThat(
            with("redis: {condition: service_healthy}", "redis: {condition: service_started}")
                .startedTooEarly())
        .containsExactly("gateway-service on redis");
  }

  @Test
  void everyImageHasAVersionAndOursAreBuilt() {
    assertThat(COMPOSE.unknownImages()).isEmpty();
    assertThat(with("image: redis:8", "image: redis").unknownImages()).containsExactly("redis");
    assertThat(with("/simulators:", "/simulator:").unknownImages()).hasSize(1);
  }

  @Test
  void everySecretIsDeclaredAndUsed() {
    assertThat(COMPOSE.strangeSecrets()).isEmpty();
    assertThat(with("source: vault-keyset", "source: vault").strangeSecrets())
        .containsExactly("vault", "vault-keyset");
  }

  @Test
  void everyServiceIsToldAllThatItDoesNotStartWithout() {
    assertThat(COMPOSE.untold()).isEmpty();
    assertThat(with("      AUTH_INTERNAL_URL", "      AUTH_ISSUER_URL").untold()).isEmpty();
    assertThat(with("target: AUTH_CLIENT_SECRET", "target: AUTH_SECRET").untold())
        .contains("calendar-service is not told AUTH_CLIENT_SECRET");
  }

  @Test
  void everyVariableIsInTheExample() {
    Set<String> inExample =
        Pattern.compile("(?m)^#?([A-Z_]+)=")
            .matcher(Repository.read(".env.example"))
            .results()
            .map((MatchResult it) -> it.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> used = COMPOSE.variables();
    used.add("COMPOSE_PROFILES"); // Compose's own

    assertThat(inExample).isEqualTo(used);
  }

  @Test
  void everyServiceHasADatabaseOfItsOwn() {
    String made = Repository.read("compose/postgres/databases.sh");

    assertThat(COMPOSE.services().filter(it -> Repository.isService(it.getKey())))
        .allSatisfy(service -> {
          JsonNode environment = service.getValue().path("environment");
          String database = environment.path("DATABASE_NAME").asText();
          assertThat(environment.path("DATABASE_USERNAME").asText()).isEqualTo(database);
          assertThat(service.getKey()).startsWith(database);
          assertThat(made).containsPattern("for service in [a-z ]*\\b" + database + "\\b");
        });
  }

  @Test
  void prometheusLooksWhereServicesListen() {
    JsonNode jobs = Repository.yaml(Repository.read("compose/prometheus.yml")).findFirst().get();

    assertThat(jobs.at("/scrape_configs/0/dns_sd_configs").valueStream())
        .hasSize(4)
        .allSatisfy(target -> {
          JsonNode service = COMPOSE.service(target.at("/names/0").asText());
          assertThat(service.at("/healthcheck/test").toString())
              .contains("localhost:" + target.path("port").asInt() + "/actuator");
        });
  }

  /** There may be no image of Grafana where this runs, so what it is given is looked at instead. */
  @Test
  void grafanaIsGivenAPrometheusThatIsThereAndAFolderThatIsMounted() {
    JsonNode source =
        Repository.yaml(Repository.read("compose/grafana/provisioning/datasources/prometheus.yml"))
            .findFirst()
            .get();
    JsonNode dashboards =
        Repository.yaml(Repository.read("compose/grafana/provisioning/dashboards/convene.yml"))
            .findFirst()
            .get();
    String mounts = COMPOSE.service("grafana").path("volumes").toString();

    assertThat(source.path("apiVersion").asInt()).isEqualTo(1);
    assertThat(source.at("/datasources/0/type").asText()).isEqualTo("prometheus");
    assertThat(source.at("/datasources/0/url").asText()).isEqualTo("http://prometheus:9090");
    assertThat(COMPOSE.service("prometheus").at("/ports/0").asText()).endsWith(":9090");
    assertThat(dashboards.at("/providers/0/type").asText()).isEqualTo("file");
    assertThat(mounts)
        .contains("./compose/grafana/provisioning:/etc/grafana/provisioning:ro")
        .contains(":" + dashboards.at("/providers/0/options/path").asText() + ":ro");
    assertThat(Repository.ROOT.resolve("compose/grafana/dashboards")).isDirectory();
  }

  private static ComposeFile with(String original, String changed) {
    assertThat(TEXT).contains(original);
    return new ComposeFile(TEXT.replace(original, changed));
  }
}
