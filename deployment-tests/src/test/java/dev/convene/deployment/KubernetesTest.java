package dev.convene.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every overlay, rendered. Where there is nothing to render with, CI fails and others skip. */
class KubernetesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FILE = Pattern.compile("[A-Za-z_.]+=([a-z.-]+)");
  private static final List<String> OVERLAYS = List.of("local", "production");
  private static final Map<String, Manifests> RENDERED = new HashMap<>();

  @BeforeAll
  static void render(@TempDir Path secrets) throws IOException {
    if (Kustomize.program().isEmpty()) {
      String missing = "kubectl is not on the PATH, so nothing of k8s/ was checked";
      if (System.getenv("CI") == null) {
        abort(missing);
      }
      fail(missing);
    }
    makeSecretsIn(secrets);
    List<JsonNode> made = Kustomize.secrets(secrets);
    for (String overlay : OVERLAYS) {
      RENDERED.put(overlay, new Manifests(Kustomize.overlay(overlay), made));
    }
  }

  /** The files that {@code k8s/secrets} names. */
  private static void makeSecretsIn(Path folder) throws IOException {
    for (String file :
        FILE.matcher(Repository.read("k8s/secrets")).results().map(it -> it.group(1)).toList()) {
      Files.writeString(folder.resolve(file), "{}");
    }
    for (String database : List.of("gateway", "auth", "webex", "calendar")) {
      Files.writeString(folder.resolve(database + "-database-password"), "secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void everyDocumentIsOfTheApiAndHasNoFieldThatItDoesNotKnow(String overlay) {
    Manifests manifests = manifests(overlay);

    assertThat(manifests.documents()).hasSizeGreaterThan(20);
    assertThat(Stream.concat(manifests.documents().stream(), manifests.secrets().stream()))
        .flatExtracting(Schemas::complaints)
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleIsKept(Rule rule) {
    for (String overlay : OVERLAYS) {
      assertThat(rule.brokenBy(manifests(overlay))).as(overlay).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleIsBrokenByWhatIsPlanted(Rule rule) {
    Planted planted = Planted.against(rule);
    Manifests manifests = copyOf(planted.overlay());
    planted.plant(manifests);

    assertThat(rule.brokenBy(manifests)).isNotEmpty();
  }

  @Test
  void aFieldThatTheApiDoesNotKnowIsRefused() {
    assertThat(complaintsAfter("Deployment", it -> at(it, "/spec").put("replica", 2))).hasSize(1);
    assertThat(complaintsAfter("NetworkPolicy", it -> at(it, "/spec").put("policyType", "x")))
        .hasSize(1);
    assertThat(complaintsAfter("Deployment", it -> at(it, "/metadata").put("label", "x")))
        .hasSize(1);
    assertThat(complaintsAfter("ScaledObject", it -> at(it, "/spec").put("maxReplicas", 3)))
        .hasSize(1);
    assertThat(complaintsAfter("PodMonitor", it -> it.put("status", "x"))).hasSize(1);
  }

  @Test
  void aFieldOfAnotherTypeIsRefused() {
    assertThat(complaintsAfter("Deployment", it -> at(it, "/spec").put("paused", "no"))).hasSize(1);
    assertThat(complaintsAfter("Service", it -> at(it, "/spec").put("ports", 8080))).hasSize(1);
    assertThat(complaintsAfter("ScaledObject", it -> at(it, "/spec").put("maxReplicaCount", "3")))
        .hasSize(1);
  }

  @Test
  void aKindThatNobodyKnowsIsRefused() {
    assertThat(complaintsAfter("Deployment", it -> it.put("apiVersion", "apps/v2"))).hasSize(1);
  }

  private static List<String> complaintsAfter(String kind, Consumer<ObjectNode> change) {
    ObjectNode document = (ObjectNode) copyOf("production").all(kind).findFirst().orElseThrow();
    change.accept(document);
    return Schemas.complaints(document);
  }

  private static ObjectNode at(JsonNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static Manifests manifests(String overlay) {
    return RENDERED.get(overlay);
  }

  private static Manifests copyOf(String overlay) {
    ArrayNode documents = JSON.createArrayNode().addAll(manifests(overlay).documents());
    ArrayNode secrets = JSON.createArrayNode().addAll(manifests(overlay).secrets());
    return new Manifests(
        documents.deepCopy().valueStream().toList(), secrets.deepCopy().valueStream().toList());
  }
}
