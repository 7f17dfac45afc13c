package dev.convene.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a document is one of the Kubernetes API's, strictly: a field that the API does not know
 * is wrong, where a server would only drop it. Kubernetes' own kinds are read into fabric8's model,
 * those of operators are compared with {@code custom-resources.json}.
 */
final class Schemas {

  private static final Map<String, Class<?>> KUBERNETES =
      Map.of(
          "Namespace v1", Namespace.class,
          "ConfigMap v1", ConfigMap.class,
          "Secret v1", Secret.class,
          "Service v1", Service.class,
          "ServiceAccount v1", ServiceAccount.class,
          "Deployment apps/v1", Deployment.class,
          "PodDisruptionBudget policy/v1", PodDisruptionBudget.class,
          "NetworkPolicy networking.k8s.io/v1", NetworkPolicy.class,
          "Ingress networking.k8s.io/v1", Ingress.class,
          "HorizontalPodAutoscaler autoscaling/v2", HorizontalPodAutoscaler.class);

  private static final JsonNode OPERATORS =
      Repository.yaml(
              Repository.read(
                  "deployment-tests/src/test/resources/dev/convene/deployment/custom-resources.json"))
          .findFirst()
          .orElseThrow()
          .path("$defs");

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                // The model keeps unknown fields in a map beside the others. Here they are
                // mistakes.
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              })
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private Schemas() {}

  /** What is wrong with it, or nothing. */
  static List<String> complaints(JsonNode document) {
    String kind = kind(document);
    Class<?> type = KUBERNETES.get(kind);
    if (type == null) {
      return operators(kind, document);
    }
    try {
      STRICT.treeToValue(document, type);
      return List.of();
    } catch (JsonProcessingException e) {
      return List.of(name(document) + ": " + e.getOriginalMessage());
    }
  }

  private static List<String> operators(String kind, JsonNode document) {
    JsonNode definition = OPERATORS.path(kind);
    if (definition.isMissingNode()) {
      return List.of(name(document) + ": nobody here knows a " + kind);
    }
    String text = ((ObjectNode) definition.deepCopy()).set("$defs", OPERATORS).toString();
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);
    return Stream.concat(
            ofEveryKind(document),
            schema.validate(document.toString(), InputFormat.JSON).stream().map(Object::toString))
        .map(error -> name(document) + ": " + error)
        .toList();
  }

  private static Stream<String> ofEveryKind(JsonNode document) {
    List<String> wrong = new ArrayList<>();
    document.fieldNames().forEachRemaining(wrong::add);
    wrong.removeAll(List.of("apiVersion", "kind", "metadata", "spec"));
    try {
      STRICT.treeToValue(document.path("metadata"), ObjectMeta.class);
    } catch (JsonProcessingException e) {
      wrong.add(e.getOriginalMessage());
    }
    return wrong.stream();
  }

  private static String kind(JsonNode document) {
    return document.path("kind").asText() + " " + document.path("apiVersion").asText();
  }

  static String name(JsonNode document) {
    return document.path("kind").asText() + "/" + document.path("metadata").path("name").asText();
  }
}
