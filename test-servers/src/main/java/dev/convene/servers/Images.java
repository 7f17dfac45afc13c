package dev.convene.servers;

/** The images of the servers; {@code docker-compose.yml} names the same. */
final class Images {

  static final String POSTGRES = "postgres:18";
  static final String KAFKA = "apache/kafka:4.2.1";
  static final String REDIS = "redis:8";

  private Images() {}
}
