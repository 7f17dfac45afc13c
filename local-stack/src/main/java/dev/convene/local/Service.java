package dev.convene.local;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Convene's own services. */
enum Service {
  AUTH("auth-service", Listener.AUTH_SERVICE, "auth", null),
  GATEWAY("gateway-service", Listener.GATEWAY_SERVICE, "gateway", null),
  WEBEX("webex-service", Listener.WEBEX_SERVICE, "webex", Vendor.WEBEX),
  CALENDAR("calendar-service", Listener.CALENDAR_SERVICE, "calendar", Vendor.MICROSOFT);

  private final String module;
  private final Listener listener;
  private final String database;
  private final @Nullable Vendor vendor;

  Service(String module, Listener listener, String database, @Nullable Vendor vendor) {
    this.module = module;
    this.listener = listener;
    this.database = database;
    this.vendor = vendor;
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

  /** The vendor that it talks to, where it does. */
  Optional<Vendor> vendor() {
    return Optional.ofNullable(vendor);
  }
}
