package dev.convene.gateway.outages;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Broker;
import dev.convene.gateway.servers.Database;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Gateway;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Topic;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With a broker and a database of its own, since both come and go. */
class OutagesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Database DATABASE = Database.started();
  private static final Broker BROKER = Broker.started();
  private static Gateway gateway;

  private final Api api = new Api(gateway);

  /** The service starts while there is no Kafka. */
  @BeforeAll
  static void startWithoutKafka() {
    BROKER.stop();
    gateway =
        Gateway.started(
            DATABASE,
            BROKER.address(),
            "convene.sweeping.first-after=3s",
            "convene.publishing.give-up-after=2s",
            "convene.accepting.body-within=1s",
            "spring.cloud.stream.kafka.bindings.commands-out-0.producer.configuration"
                + ".delivery.timeout.ms=2500",
            "spring.cloud.stream.kafka.bindings.commands-out-0.producer.configuration"
                + ".request.timeout.ms=2000");
    UUID id = new Api(gateway).schedule(aMeeting());
    assertThat(new Api(gateway).get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    BROKER.start();
    await().atMost(PATIENCE).until(() -> !commands().about(id).isEmpty());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    BROKER.stop();
  }

  private static Topic commands() {
    return new Topic(BROKER, Topics.SCHEDULING_COMMANDS);
  }

  @Test
  void withKafkaAwayRequestsAreAcceptedAtOnceAndGoOutWhenItIsBack() {
    BROKER.stop();
    UUID id = api.schedule(aMeeting());
    long slowest = 0;
    for (int i = 0; i < 50; i++) {
      long before = System.nanoTime();
      api.schedule(aMeeting());
      slowest = Math.max(slowest, System.nanoTime() - before);
    }
    assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(1));
    assertThat(api.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .until(() ->
            api.get("/actuator/prometheus")
                .body()
                .contains("convene_kafka_reachable{service=\"gateway-service\"} 0.0"));

    BROKER.start();

    await().atMost(PATIENCE).until(() -> !commands().about(id).isEmpty());
    assertThat(DATABASE.ask("select max(sweeps) < 4 from meeting")).isEqualTo("t");
  }

  @Test
  void withTheDatabaseAwayNothingIsPromisedAndNoEventIsLost() {
    UUID id = api.schedule(aMeeting());
    await().atMost(PATIENCE).until(() -> !commands().about(id).isEmpty());
    DATABASE.link().cut();

    HttpResponse<String> answer = api.post(aMeeting());
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(Api.json(answer).get("type").stringValue())
        .isEqualTo("urn:convene:problem:unavailable");
    assertThat(api.get("/api/v1/meetings/" + id).statusCode()).isEqualTo(503);
    assertThat(api.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(api.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    new Topic(BROKER, Topics.WEBEX_EVENTS).write("r", new Events(id).refused(1));

    DATABASE.link().mend();

    await().atMost(PATIENCE).ignoreExceptions().until(() -> api.status(id), "FAILED"::equals);
    assertThat(api.schedule(aMeeting())).isNotNull();
  }

  @Test
  void streamsGoOnAfterTheDatabaseWasAway() {
    UUID id = api.schedule(aMeeting());
    DATABASE.link().cut();
    DATABASE.link().mend();
    new Topic(BROKER, Topics.WEBEX_EVENTS).write("r", new Events(id).refused(1));

    await().atMost(PATIENCE).ignoreExceptions().until(() -> api.status(id), "FAILED"::equals);
    assertThat(api.get("/api/v1/meetings/" + id + "/events").body()).contains("event:end");
  }

  @Test
  void aBodyThatDoesNotArriveInTimeEndsTheRequest() throws IOException {
    URI url = URI.create(gateway.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      String head =
          """
          POST /api/v1/meetings HTTP/1.1\r
          Host: localhost\r
          Authorization: Bearer %s\r
          Content-Type: application/json\r
          Content-Length: 100\r
          \r
          {\
          """
              .formatted(Issuer.shared().system("tests", "meetings.write"));
      socket.getOutputStream().write(head.getBytes(US_ASCII));

      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer)
          .startsWith("HTTP/1.1 408 ")
          .contains("urn:convene:problem:request-timeout");
    }
  }
}
