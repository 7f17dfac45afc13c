package dev.convene.local;

import java.util.Arrays;
import java.util.List;

/** Convene's own services. */
enum Service {
  AUTH("auth-service", Listener.AUTH_SERVICE, "auth"),
  GATEWAY("gateway-service", Listener.GATEWAY_SERVICE, "gateway"),
  WEBEX("webex-service", Listener.WEBEX_SERVICE, "webex"),
  CALENDAR("calendar-service", Listener.CALENDAR_SERVICE, "calendar");

  private final String module;
  private final Listener listener;
  private final String database;

  Service(String module, Listener listener, String database) {
    this.module = module;
    this.listener = listener;
    this.database = database;
  }

  /**
   * The service that is built from that module.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Service named(String module) {
    return Arrays.stream(values())
        .filter(service -> service.module.equals(module))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no service is called " + module));
  }

  /** The module that it is built from, which is also its name. */
  String module() {
    return module;
  }

  Listener listener() {
    return listener;
  }

  /** Its database, and that database's owner. */
  String database() {
    return database;
  }

  /** The vendors that it talks to. */
  List<Vendor> vendors() {
    return switch (this) {
      case AUTH -> List.of(Vendor.WEBEX, Vendor.MICROSOFT);
      case GATEWAY -> List.of();
      case WEBEX -> List.of(Vendor.WEBEX);
      case CALENDAR -> List.of(Vendor.MICROSOFT);
    };
  }
}
