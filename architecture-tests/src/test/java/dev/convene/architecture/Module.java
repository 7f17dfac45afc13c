package dev.convene.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The product's modules: where each one's classes are, and what it may know of the others. */
enum Module {
  CONTRACTS("contracts", "contracts", "the shared language stands on its own"),
  SERVICE_DEFAULTS("service-defaults", "defaults", "what all services do alike has no domain"),
  STEP_WORKER("step-worker", "worker", "what the workers share knows no vendor"),
  AUTH_SERVICE("auth-service", "auth", Module.SERVICES_TALK),
  GATEWAY_SERVICE("gateway-service", "gateway", Module.SERVICES_TALK),
  WEBEX_SERVICE("webex-service", "webex", Module.SERVICES_TALK),
  CALENDAR_SERVICE("calendar-service", "calendar", Module.SERVICES_TALK),
  SIMULATORS("simulators", "simulators", "a stand-in that shares code shares mistakes");

  private static final String SERVICES_TALK = "services talk over topics, and are deployed alone";

  private final String folder;
  private final String name;
  private final String because;

  Module(String folder, String name, String because) {
    this.folder = folder;
    this.name = name;
    this.because = because;
  }

  static List<Module> services() {
    return List.of(AUTH_SERVICE, GATEWAY_SERVICE, WEBEX_SERVICE, CALENDAR_SERVICE);
  }

  /** The services and the machinery that some of them share, as ArchUnit writes packages. */
  static String[] serviceCode(String root) {
    return Stream.concat(services().stream(), Stream.of(STEP_WORKER))
        .map(module -> module.packages(root))
        .toArray(String[]::new);
  }

  String folder() {
    return folder;
  }

  String because() {
    return because;
  }

  /** As ArchUnit writes a package and all below it. */
  String packages(String root) {
    return root + "." + name + "..";
  }

  /** The packages that this module must not touch. */
  String[] foreignPackages(String root) {
    return Stream.of(values())
        .filter(other -> other != this && !mayUse().contains(other))
        .map(other -> other.packages(root))
        .toArray(String[]::new);
  }

  private Set<Module> mayUse() {
    return switch (this) {
      case CONTRACTS, SERVICE_DEFAULTS, SIMULATORS -> Set.of();
      case AUTH_SERVICE -> Set.of(SERVICE_DEFAULTS);
      case STEP_WORKER, GATEWAY_SERVICE -> Set.of(CONTRACTS, SERVICE_DEFAULTS);
      case WEBEX_SERVICE, CALENDAR_SERVICE -> Set.of(CONTRACTS, SERVICE_DEFAULTS, STEP_WORKER);
    };
  }
}
