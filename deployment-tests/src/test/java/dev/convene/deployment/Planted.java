package dev.convene.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A mistake.
 *
 * @param where a pointer into the document
 * @param value JSON; empty to remove what is there
 */
record Planted(String overlay, String kind, String name, String where, String value) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTAINER = "/spec/template/spec/containers/0";

  static Planted against(Rule rule) {
    return switch (rule) {
      case CONTAINERS_HAVE_PROBES -> in("auth-service", CONTAINER + "/livenessProbe", "");
      case PROBES_ASK_A_PORT_THAT_IS_THERE ->
          in("auth-service", CONTAINER + "/startupProbe/httpGet/port", "\"web\"");
      case CONTAINERS_HAVE_LIMITS ->
          in("webex-service", CONTAINER + "/resources/limits/memory", "");
      case CONTAINERS_ARE_CONFINED ->
          in("webex-service", CONTAINER + "/securityContext/readOnlyRootFilesystem", "false");
      case PODS_ARE_NOBODY ->
          in("gateway-service", "/spec/template/spec/securityContext/runAsNonRoot", "");
      case PODS_HAVE_NO_TOKEN ->
          in("gateway-service", "/spec/template/spec/automountServiceAccountToken", "");
      case SECRETS_ARE_THERE ->
          in(
              "webex-service",
              "/spec/template/spec/volumes/0/projected/sources/1/secret/items/0/key",
              "\"pass\"");
      case SECRETS_THAT_ARE_NAMED_ARE_THERE ->
          in(
              "webex-service",
              "/spec/template/spec/volumes/0/projected/sources/0/secret/name",
              "\"webex\"");
      case NO_SECRET_IS_AMONG_THE_MANIFESTS ->
          new Planted("production", "Service", "auth-service", "/kind", "\"Secret\"");
      case SERVICES_ARE_TOLD_ALL_THEY_NEED ->
          in("calendar-service", CONTAINER + "/env/1/name", "\"DATABASE\"");
      case IMAGES_ARE_THOSE_THAT_ARE_BUILT ->
          in("auth-service", CONTAINER + "/image", "\"registry.example.com/convene/auth:1.0\"");
      case ROLLING_LOSES_NOTHING -> in("gateway-service", CONTAINER + "/lifecycle/preStop", "");
      case DISRUPTIONS_ARE_BUDGETED ->
          new Planted(
              "production",
              "PodDisruptionBudget",
              "webex-service",
              "/spec/selector/matchLabels/app.kubernetes.io~1name",
              "\"webex\"");
      case PODS_ARE_SPREAD ->
          in("auth-service", "/spec/template/spec/topologySpreadConstraints/1", "");
      case WHAT_IS_SCALED_HAS_NO_NUMBER -> in("webex-service", "/spec/replicas", "2");
      case FRONT_DOORS_LEAD_TO_SERVICES ->
          new Planted(
              "production",
              "Ingress",
              "convene",
              "/spec/rules/0/http/paths/0/pathType",
              "\"Prefix\"");
      case EVERY_DOOR_OF_THE_GATEWAY_IS_A_FRONT_DOOR ->
          new Planted(
              "production", "Ingress", "convene", "/spec/rules/0/http/paths/3/path", "\"/ap\"");
      case SERVICES_LEAD_TO_PORTS ->
          new Planted(
              "production", "Service", "auth-service", "/spec/ports/0/targetPort", "\"web\"");
      case POLICIES_NAME_PORTS_THAT_ARE_THERE ->
          new Planted(
              "production",
              "NetworkPolicy",
              "services-reach-auth-service",
              "/spec/egress/0/ports/0/port",
              "9001");
      case POLICIES_ARE_FOR_SOMEBODY ->
          new Planted(
              "production",
              "NetworkPolicy",
              "auth-service-is-reached-by-services",
              "/spec/podSelector/matchLabels/app.kubernetes.io~1name",
              "\"auth\"");
      case NOTHING_IS_OPEN_BY_OMISSION ->
          new Planted("production", "NetworkPolicy", "nothing-else", "/spec/ingress", "[{}]");
      case PORTS_ARE_LET_IN_SOMEWHERE ->
          new Planted(
              "local",
              "NetworkPolicy",
              "simulators-are-reached-by-services",
              "/spec/ingress",
              "[]");
      case TOPICS_ARE_THE_CONTRACTS ->
          new Planted("local", "KafkaTopic", "webex.events", "/metadata/name", "\"webex.event\"");
      case BACKLOGS_ARE_THOSE_OF_THE_CONTRACTS ->
          new Planted(
              "production",
              "ScaledObject",
              "webex-service",
              "/spec/triggers/1/metadata/topic",
              "\"webex.events\"");
    };
  }

  private static Planted in(String deployment, String where, String value) {
    return new Planted("production", "Deployment", deployment, where, value);
  }

  /** Changes the manifests that it is for. */
  void plant(Manifests manifests) {
    JsonNode document = manifests.document(kind, name);
    int slash = where.lastIndexOf('/');
    String field = where.substring(slash + 1).replace("~1", "/");
    JsonNode parent = document.at(where.substring(0, slash));
    try {
      if (parent instanceof ObjectNode object) {
        if (value.isEmpty()) {
          object.remove(field);
        } else {
          object.set(field, JSON.readTree(value));
        }
      } else if (parent instanceof ArrayNode array) {
        array.remove(Integer.parseInt(field));
      } else {
        throw new IllegalStateException("there is nothing at " + where + " of " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
