package dev.convene.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The network policies, compared with the pods that they are for. */
final class Policies {

  /** The pods of operators, by the label that selects them, and the ports that they have. */
  private static final Map<String, Set<Integer>> OF_OPERATORS =
      Map.of("strimzi.io/cluster", Set.of(9092), "cnpg.io/cluster", Set.of(5432, 8000));

  /** What is outside the cluster, or is the cluster's own: DNS, https, Kubernetes' API, servers. */
  private static final Set<Integer> ELSEWHERE = Set.of(53, 443, 6443, 9092, 5432, 6379);

  private Policies() {}

  private static Stream<JsonNode> policies(Manifests manifests) {
    return manifests.all("NetworkPolicy");
  }

  /** Rules with a port that no pod has that they are for. */
  static Stream<String> portsThatAreNotThere(Manifests manifests) {
    return policies(manifests)
        .flatMap(policy -> {
          JsonNode own = policy.at("/spec/podSelector");
          Stream<String> in =
              policy
                  .at("/spec/ingress")
                  .valueStream()
                  .flatMap(rule -> rule.path("ports").valueStream())
                  .filter(port -> !exists(manifests, List.of(own), port))
                  .map(port -> Manifests.nameOf(policy) + " lets in to " + port);
          Stream<String> out =
              policy
                  .at("/spec/egress")
                  .valueStream()
                  .flatMap(rule -> {
                    List<JsonNode> targets =
                        rule.path("to")
                            .valueStream()
                            .filter(to -> to.has("podSelector"))
                            .map(to -> to.path("podSelector"))
                            .toList();
                    return rule.path("ports")
                        .valueStream()
                        .filter(port -> !exists(manifests, targets, port))
                        .map(port -> Manifests.nameOf(policy) + " lets out to " + port);
                  });
          return Stream.concat(in, out);
        });
  }

  private static boolean exists(Manifests manifests, List<JsonNode> selectors, JsonNode port) {
    int number = port.path("port").asInt();
    if (selectors.isEmpty()) {
      return ELSEWHERE.contains(number);
    }
    return selectors.stream()
        .anyMatch(selector ->
            manifests.selected(selector).anyMatch(it -> Manifests.ports(it).contains(number))
                || OF_OPERATORS.entrySet().stream()
                    .anyMatch(it ->
                        selector.path("matchLabels").has(it.getKey())
                            && it.getValue().contains(number)));
  }

  /** Policies whose selector, or a peer in the same namespace, takes no pod. */
  static Stream<String> forNobody(Manifests manifests) {
    return policies(manifests)
        .flatMap(policy ->
            Stream.concat(
                    Stream.of(policy.at("/spec/podSelector")),
                    Stream.of("ingress/from", "egress/to")
                        .map(path -> path.split("/", -1))
                        .flatMap(path ->
                            policy
                                .path("spec")
                                .path(path[0])
                                .valueStream()
                                .flatMap(rule -> rule.path(path[1]).valueStream()))
                        .filter(peer -> !peer.has("namespaceSelector") && !peer.has("ipBlock"))
                        .map(peer -> peer.path("podSelector")))
                .filter(selector ->
                    manifests.selected(selector).findAny().isEmpty()
                        && OF_OPERATORS.keySet().stream()
                            .noneMatch(selector.path("matchLabels")::has))
                .map(selector -> Manifests.nameOf(policy) + " is about nobody: " + selector));
  }

  /** Whether there is no policy that shuts what no other opens, and rules that open to all. */
  static Stream<String> openByOmission(Manifests manifests) {
    boolean shut =
        policies(manifests)
            .anyMatch(policy ->
                policy.at("/spec/podSelector").isEmpty()
                    && policy.at("/spec/policyTypes").size() == 2
                    && !policy.path("spec").has("ingress")
                    && !policy.path("spec").has("egress"));
    Stream<String> open =
        policies(manifests)
            .filter(policy ->
                Stream.of("ingress", "egress")
                    .flatMap(way -> policy.path("spec").path(way).valueStream())
                    .anyMatch(JsonNode::isEmpty))
            .map(Manifests::nameOf);
    return shut ? open : Stream.concat(Stream.of("no policy shuts all"), open);
  }

  /** Services that nobody may reach at any port, and so would be no use. */
  static Stream<String> neverLetIn(Manifests manifests) {
    return manifests
        .all("Service")
        .map(Manifests::nameOf)
        // Without a front door people come by kubectl port-forward, which no policy is about.
        .filter(it -> !it.equals("gateway-service") || manifests.all("Ingress").count() > 0)
        .filter(service -> {
          JsonNode deployment = manifests.document("Deployment", service);
          return policies(manifests)
              .filter(it -> !it.at("/spec/ingress").isEmpty())
              .noneMatch(policy ->
                  manifests.selected(policy.at("/spec/podSelector")).anyMatch(deployment::equals)
                      && policy
                          .at("/spec/ingress")
                          .valueStream()
                          .flatMap(rule -> rule.path("ports").valueStream())
                          .anyMatch(port ->
                              Manifests.ports(deployment).contains(port.path("port").asInt())));
        })
        .map(service -> "nobody is let in to " + service);
  }
}
