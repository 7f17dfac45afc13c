package dev.convene.gateway.accepting;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the request to the end, with the other services played by the test. */
class SchedulingIT {

  private final Api api = new Api(Servers.gateway());
  private final Topic commands = new Topic(Servers.broker(), Topics.SCHEDULING_COMMANDS);
  private final Topic webex = new Topic(Servers.broker(), Topics.WEBEX_EVENTS);
  private final Topic calendar = new Topic(Servers.broker(), Topics.CALENDAR_EVENTS);

  @Test
  void aRequestBecomesACommandAndItsEventsBecomeProgress() {
    UUID id = api.schedule(aMeeting());

    await().untilAsserted(() -> assertThat(commands.about(id)).hasSize(1));
    assertThat(api.status(id)).isEqualTo("ACCEPTED");

    Events events = new Events(id);
    calendar.write("b", events.sent(2));
    webex.write("a", events.created(1));

    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("SCHEDULED"));
    await().untilAsserted(() -> assertThat(api.show(id).get("join")).isNotNull());
    assertThat(api.show(id).at("/join/password").stringValue()).isEqualTo("secret-word");
  }
}
