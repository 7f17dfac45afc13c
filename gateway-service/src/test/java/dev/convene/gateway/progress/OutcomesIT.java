package dev.convene.gateway.progress;

import static dev.convene.gateway.servers.Requests.aMeetingOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Step;
import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Outcomes;
import dev.convene.gateway.servers.Outcomes.Told;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What other systems are told. */
class OutcomesIT {

  private static final String HOST = "ada@example.com";

  private final Api api = new Api(Servers.gateway());
  private final Topic webex = new Topic(Servers.broker(), Topics.WEBEX_EVENTS);
  private final Topic calendar = new Topic(Servers.broker(), Topics.CALENDAR_EVENTS);
  private final Outcomes outcomes = new Outcomes(Servers.broker());
  private final UUID id = api.schedule(aMeetingOf(HOST));
  private final Events events = new Events(id);

  private void isFollowedUpTo(int entries) {
    await().untilAsserted(() -> assertThat(api.show(id).get("timeline")).hasSize(entries));
  }

  private void areTold(String... inShort) {
    await().untilAsserted(() -> assertThat(outcomes.inShort(id)).containsExactly(inShort));
  }

  @Test
  void aMeetingThatIsDelayedSeveralTimesIsSaidToBeDelayedOnceAndThenScheduled() {
    for (int second = 1; second <= 4; second++) {
      webex.write("d" + second, events.delayed(Step.CREATE_MEETING, second));
      isFollowedUpTo(1 + second);
    }
    webex.write("c", events.created(5));
    calendar.write("s", events.sent(6));

    areTold("1 outcome.delayed.v1", "2 outcome.scheduled.v1");
    List<Told> told = outcomes.about(id);
    assertThat(told).extracting(Told::key).containsOnly(HOST);
    assertThat(told).extracting(Told::again).containsOnly(false);
    assertThat(told).extracting(Told::id).doesNotHaveDuplicates();
    assertThat(told.getFirst().body().at("/reason/code").stringValue())
        .isEqualTo("webex.unavailable");
    assertThat(told.getLast().body().get("joinLink").stringValue())
        .isEqualTo("https://example.webex.com/meet/j/1");
  }

  @Test
  void whatComesAgainIsSaidAgainUnderTheSameId() {
    webex.write("r", events.refused(1));
    areTold("1 outcome.failed.v1");
    webex.write("r", events.refused(1));

    areTold("1 outcome.failed.v1", "1 outcome.failed.v1");
    List<Told> told = outcomes.about(id);
    assertThat(told).extracting(Told::again).containsExactly(false, true);
    assertThat(told.getLast().id()).isEqualTo(told.getFirst().id());
    assertThat(told.getLast().body()).isEqualTo(told.getFirst().body());
  }

  @Test
  void whatAnOperatorClosesIsSaidAfterWhereItStood() {
    webex.write("c", events.created(1));
    calendar.write("f", events.failed(2));
    webex.write("a", events.attention(Step.WITHDRAW_MEETING, 3));
    areTold("1 outcome.attention.v1");

    HttpResponse<String> answer =
        api.post(
            "/api/v1/operations/parked/" + id + "/abandon", Map.of("reason", "Deleted by hand."));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

    areTold("1 outcome.attention.v1", "1 outcome.attention.v1", "2 outcome.failed.v1");
    assertThat(api.status(id)).isEqualTo("FAILED");
    assertThat(outcomes.about(id).getLast().body().at("/reason/message").stringValue())
        .contains("Deleted by hand.");
  }
}
