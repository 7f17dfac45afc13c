package dev.convene.local;

/** Everything that listens, with the port that the documentation names for it. */
enum Listener {
  GATEWAY_SERVICE("gateway-service", 8080),
  AUTH_SERVICE("auth-service", 9000),
  WEBEX_SERVICE("webex-service", 8081),
  CALENDAR_SERVICE("calendar-service", 8082),
  WEBEX_SIMULATOR("the Webex simulator", 9401),
  MICROSOFT_SIMULATOR("the Microsoft simulator", 9402),
  KAFKA("Kafka", 9092),
  KAFKA_CONTROLLER("Kafka's controller", 9093),
  POSTGRESQL("PostgreSQL", 5433);

  private final String label;
  private final int standardPort;

  Listener(String label, int standardPort) {
    this.label = label;
    this.standardPort = standardPort;
  }

  /** As people call it. */
  String label() {
    return label;
  }

  int standardPort() {
    return standardPort;
  }
}
