package dev.convene.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the stories ask for in which something stops. */
final class Disturbed {

  private static final Duration RECOVERY = Duration.ofSeconds(90);

  private final Convene convene;

  Disturbed(Convene convene) {
    this.convene = convene;
  }

  /** With vendors that take their time, so that there is always something under way. */
  Load slowLoad() {
    return slowLoad(Duration.ofMillis(300));
  }

  Load slowLoad(Duration eachCall) {
    Load load = new Load(convene, 10);
    for (String host : load.hosts()) {
      convene.webex().slow(host, eachCall);
      convene.outlook().slow(host, eachCall);
    }
    return load;
  }

  boolean isInTheMiddleOf(Load load) {
    List<String> accepted = load.accepted();
    return accepted.stream().anyMatch(this::isScheduled)
        && !accepted.stream().allMatch(this::isScheduled);
  }

  private boolean isScheduled(String id) {
    return convene.gateway().meeting(id).path("status").stringValue().equals("SCHEDULED");
  }

  void everyMeetingIsScheduledOnce(List<String> ids) {
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
