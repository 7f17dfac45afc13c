package dev.convene.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.local.process.Part;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever stops, and whenever: what was accepted ends, once. */
@EndToEnd
@Isolated("it stops what all stories share")
class OutageStory {

  private static final Duration RECOVERY = Duration.ofSeconds(90);

  private final Convene convene;

  OutageStory(Convene convene) {
    this.convene = convene;
  }

  @Test
  void requestsAreAcceptedWhileTheBrokerIsDownAndEndWhenItIsBack() throws Exception {
    Load load = new Load(convene, 20);
    load.steadily(10, Duration.ofSeconds(2));

    convene.stack().broker().stop();
    load.steadily(10, Duration.ofSeconds(30));
    convene.stack().broker().start();

    everyMeetingIsScheduledOnce(load.accepted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"webex-service", "calendar-service", "gateway-service"})
  void aServiceThatIsKilledAtWorkLeavesNothingBehindAndMakesNothingTwice(String service) {
    Load load = new Load(convene, 10);
    for (String host : load.hosts()) {
      convene.webex().slow(host, Duration.ofMillis(300));
      convene.outlook().slow(host, Duration.ofMillis(300));
    }
    for (int i = 0; i < 40; i++) {
      load.one();
    }
    Part part = convene.stack().part(service);
    await("some are done, and others under way")
        .until(() -> load.accepted().stream().anyMatch(this::isScheduled));

    part.kill();
    part.start();

    everyMeetingIsScheduledOnce(load.accepted());
  }

  private boolean isScheduled(String id) {
    return convene.gateway().meeting(id).path("status").stringValue().equals("SCHEDULED");
  }

  private void everyMeetingIsScheduledOnce(List<String> ids) {
    for (String id : ids) {
      JsonNode meeting = convene.gateway().ended(id, "SCHEDULED", RECOVERY);
      String host = meeting.path("details").path("host").stringValue();
      assertThat(convene.webex().meetings(id)).as(id).hasSize(1);
      assertThat(convene.outlook().events(id)).as(id).hasSize(1);
      assertThat(convene.outlook().invited(id)).as(id).containsExactly("guest-of-" + host);
    }
    assertThat(convene.webex().duplicates()).isEmpty();
    assertThat(convene.outlook().duplicates()).isEmpty();
  }
}
