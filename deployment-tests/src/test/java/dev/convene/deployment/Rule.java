package dev.convene.deployment;

import static dev.convene.deployment.Manifests.containers;
import static dev.convene.deployment.Manifests.nameOf;
import static dev.convene.deployment.Manifests.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the manifests have to be like, each with who breaks it. */
enum Rule {
  CONTAINERS_HAVE_PROBES(manifests ->
      eachContainer(
          manifests,
          container ->
              Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                  .allMatch(probe -> container.path(probe).has("httpGet")))),

  PROBES_ASK_A_PORT_THAT_IS_THERE(manifests ->
      eachContainer(
          manifests,
          container ->
              Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                  .map(probe -> container.path(probe).path("httpGet").path("port"))
                  .allMatch(port ->
                      container
                          .path("ports")
                          .valueStream()
                          .anyMatch(it -> it.path("name").equals(port))))),

  CONTAINERS_HAVE_LIMITS(manifests ->
      eachContainer(
          manifests,
          container ->
              Stream.of("/limits/cpu", "/limits/memory", "/requests/cpu", "/requests/memory")
                  .noneMatch(it -> container.path("resources").at(it).isMissingNode()))),

  CONTAINERS_ARE_CONFINED(manifests ->
      eachContainer(
          manifests,
          container -> {
            JsonNode context = container.path("securityContext");
            return context.path("readOnlyRootFilesystem").asBoolean()
                && !context.path("allowPrivilegeEscalation").asBoolean(true)
                && context.at("/capabilities/drop/0").asText().equals("ALL")
                && !context.path("capabilities").has("add");
          })),

  PODS_ARE_NOBODY(manifests ->
      eachDeployment(
          manifests,
          deployment -> {
            JsonNode context = pod(deployment).path("securityContext");
            return context.path("runAsNonRoot").asBoolean()
                && context.path("runAsUser").asInt() > 0
                && context.at("/seccompProfile/type").asText().equals("RuntimeDefault");
          })),

  PODS_HAVE_NO_TOKEN(manifests ->
      eachDeployment(
          manifests,
          deployment -> {
            String account = pod(deployment).path("serviceAccountName").asText();
            return !pod(deployment).path("automountServiceAccountToken").asBoolean(true)
                && account.equals(nameOf(deployment))
                && !manifests
                    .document("ServiceAccount", account)
                    .path("automountServiceAccountToken")
                    .asBoolean(true);
          })),

  SECRETS_ARE_THERE(manifests ->
      manifests
          .deployments()
          .flatMap(deployment -> manifests.secretFiles(deployment).stream())
          .map(file -> file.getValue().split("/", 2))
          .filter(it -> !manifests.document("Secret", it[0]).path("data").has(it[1]))
          .map(it -> "Secret/" + it[0] + " has no " + it[1])),

  /** A volume of a Secret whose name is misspelled has no file at all, so its name counts, too. */
  SECRETS_THAT_ARE_NAMED_ARE_THERE(manifests ->
      manifests.documents().stream()
          .flatMap(document ->
              Stream.concat(
                  document.findValues("secret").stream().map(it -> it.path("name")),
                  document.findValues("passwordSecret").stream().map(it -> it.path("name"))))
          .map(JsonNode::asText)
          .filter(secret -> !manifests.has("Secret", secret))
          .map(secret -> "there is no Secret/" + secret)),

  NO_SECRET_IS_AMONG_THE_MANIFESTS(manifests ->
      manifests.documents().stream()
          .filter(document -> document.path("kind").asText().equals("Secret"))
          .map(Manifests::nameOf)),

  SERVICES_ARE_TOLD_ALL_THEY_NEED(manifests ->
      manifests
          .deployments()
          .filter(deployment -> !nameOf(deployment).equals("simulators"))
          .flatMap(deployment -> {
            List<String> given = manifests.settings(deployment);
            return Repository.requiredSettings(nameOf(deployment)).keySet().stream()
                .filter(setting -> !given.contains(setting))
                .map(setting -> nameOf(deployment) + " is not told " + setting);
          })),

  IMAGES_ARE_THOSE_THAT_ARE_BUILT(manifests -> {
    Set<String> built = Repository.imageModules().collect(Collectors.toSet());
    return eachContainer(
        manifests,
        container -> {
          String[] image = container.path("image").asText().split(":", -1);
          return image.length == 2
              && !image[1].equals("latest")
              && image[0].contains("convene/")
              && built.contains(image[0].substring(image[0].lastIndexOf('/') + 1));
        });
  }),

  ROLLING_LOSES_NOTHING(manifests ->
      eachDeployment(
          manifests,
          deployment -> {
            JsonNode rolling = deployment.path("spec").path("strategy").path("rollingUpdate");
            boolean served = manifests.has("Service", nameOf(deployment));
            int pause =
                containers(deployment)
                    .mapToInt(it -> it.at("/lifecycle/preStop/sleep/seconds").asInt())
                    .sum();
            return nameOf(deployment).equals("simulators") // they forget all, and say so
                || (rolling.path("maxUnavailable").asInt(1) == 0
                    && (!served || pause >= 5)
                    && pod(deployment).path("terminationGracePeriodSeconds").asInt() >= pause + 45);
          })),

  DISRUPTIONS_ARE_BUDGETED(manifests ->
      eachDeployment(
          manifests,
          deployment ->
              nameOf(deployment).equals("simulators")
                  || manifests
                      .all("PodDisruptionBudget")
                      .flatMap(it -> manifests.selected(it.at("/spec/selector")))
                      .anyMatch(deployment::equals))),

  PODS_ARE_SPREAD(manifests ->
      eachDeployment(
          manifests,
          deployment ->
              nameOf(deployment).equals("simulators")
                  || (pod(deployment).path("topologySpreadConstraints").size() == 2
                      && pod(deployment)
                          .path("topologySpreadConstraints")
                          .valueStream()
                          .allMatch(it ->
                              manifests
                                  .selected(it.path("labelSelector"))
                                  .anyMatch(deployment::equals))))),

  WHAT_IS_SCALED_HAS_NO_NUMBER(manifests ->
      Stream.of("ScaledObject", "HorizontalPodAutoscaler")
          .flatMap(manifests::all)
          .map(it -> it.at("/spec/scaleTargetRef/name").asText())
          .filter(it ->
              !manifests.has("Deployment", it)
                  || manifests.document("Deployment", it).path("spec").has("replicas"))),

  FRONT_DOORS_LEAD_TO_SERVICES(manifests ->
      manifests
          .all("Ingress")
          .flatMap(ingress -> ingress.at("/spec/rules").valueStream())
          .flatMap(rule -> rule.at("/http/paths").valueStream())
          .filter(path -> {
            JsonNode to = path.at("/backend/service");
            JsonNode service = manifests.document("Service", to.path("name").asText());
            return path.path("path").asText().startsWith("/actuator")
                || (path.path("path").asText().equals("/")
                    && !path.path("pathType").asText().equals("Exact"))
                || service
                    .at("/spec/ports")
                    .valueStream()
                    .noneMatch(port -> port.path("name").equals(to.at("/port/name")));
          })
          .map(JsonNode::toString)),

  EVERY_DOOR_OF_THE_GATEWAY_IS_A_FRONT_DOOR(FrontDoors::missing),

  SERVICES_LEAD_TO_PORTS(manifests ->
      manifests
          .all("Service")
          .filter(service -> {
            JsonNode selector = service.at("/spec/selector");
            return manifests
                .deployments()
                .filter(it ->
                    it.at("/spec/template/metadata/labels/app.kubernetes.io~1name")
                        .equals(selector.path("app.kubernetes.io/name")))
                .flatMap(Manifests::containers)
                .noneMatch(container ->
                    service
                        .at("/spec/ports")
                        .valueStream()
                        .allMatch(port ->
                            container
                                .path("ports")
                                .valueStream()
                                .anyMatch(it -> it.path("name").equals(port.path("targetPort")))));
          })
          .map(Manifests::nameOf)),

  POLICIES_NAME_PORTS_THAT_ARE_THERE(Policies::portsThatAreNotThere),

  POLICIES_ARE_FOR_SOMEBODY(Policies::forNobody),

  NOTHING_IS_OPEN_BY_OMISSION(Policies::openByOmission),

  PORTS_ARE_LET_IN_SOMEWHERE(Policies::neverLetIn),

  TOPICS_ARE_THE_CONTRACTS(Topics::notTheContracts),

  BACKLOGS_ARE_THOSE_OF_THE_CONTRACTS(Topics::notReadBy);

  @SuppressWarnings("ImmutableEnumChecker") // none of these functions keeps anything
  private final Function<Manifests, Stream<String>> broken;

  Rule(Function<Manifests, Stream<String>> broken) {
    this.broken = broken;
  }

  /** Who breaks it. */
  List<String> brokenBy(Manifests manifests) {
    return broken.apply(manifests).toList();
  }

  private interface Check {
    boolean holds(JsonNode node);
  }

  private static Stream<String> eachDeployment(Manifests manifests, Check check) {
    return manifests.deployments().filter(it -> !check.holds(it)).map(Manifests::nameOf);
  }

  private static Stream<String> eachContainer(Manifests manifests, Check check) {
    return manifests
        .deployments()
        .flatMap(Manifests::containers)
        .filter(it -> !check.holds(it))
        .map(container -> container.path("name").asText());
  }
}
