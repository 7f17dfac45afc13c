package dev.convene.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The product's modules: where each one's classes are, and what it may know of the others. */
enum Module {
  CONTRACTS("contracts", "contracts", "the shared language stands on its own"),
  SERVICE_DEFAULTS("service-defaults", "defaults", "what all services do alike has no domain"),
  STEP_WORKER(
      "step-worker", "worker", "the workers' machinery knows no vendor", "contracts", "defaults"),
  GATEWAY_SERVICE("gateway-service", "gateway", Module.SERVICES_TALK, "contracts", "defaults"),
  WEBEX_SERVICE("webex-service", "webex", Module.SERVICES_TALK, "contracts", "defaults", "worker"),
  CALENDAR_SERVICE(
      "calendar-service", "calendar", Module.SERVICES_TALK, "contracts", "defaults", "worker"),
  SIMULATORS("simulators", "simulators", "a stand-in that shares code with us shares its mistakes");

  private static final String SERVICES_TALK = "services talk over topics, and are deployed alone";

  private final String folder;
  private final String name;
  private final String because;
  private final Set<String> mayUse;

  Module(String folder, String name, String because, String... mayUse) {
    this.folder = folder;
    this.name = name;
    this.because = because;
    this.mayUse = Set.of(mayUse);
  }

  static List<Module> services() {
    return List.of(GATEWAY_SERVICE, WEBEX_SERVICE, CALENDAR_SERVICE);
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
        .filter(other -> other != this && !mayUse.contains(other.name))
        .map(other -> other.packages(root))
        .toArray(String[]::new);
  }
}
