package dev.convene.gateway.meetings;

import static dev.convene.gateway.servers.Requests.aMeetingOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ListIT {

  private final Api api = new Api(Servers.gateway());
  private final String host = "host-" + UUID.randomUUID() + "@example.com";

  private JsonNode list(String query) {
    HttpResponse<String> answer = api.get("/api/v1/meetings?host=" + host + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.json(answer);
  }

  private static List<String> ids(JsonNode page) {
    return page.get("meetings").findValuesAsString("id");
  }

  @Test
  void pagesFollowEachOtherWithoutGapAndWithoutRepetition() {
    List<String> scheduled =
        IntStream.range(0, 7)
            .mapToObj(_ -> api.schedule(aMeetingOf(host)).toString())
            .sorted(Comparator.reverseOrder())
            .toList();

    List<String> seen = new ArrayList<>();
    JsonNode page = list("&limit=3");
    seen.addAll(ids(page));
    api.schedule(aMeetingOf(host)); // what comes meanwhile belongs to no later page
    while (page.has("next")) {
      page = list("&limit=3&cursor=" + page.get("next").stringValue());
      seen.addAll(ids(page));
    }

    assertThat(seen).isEqualTo(scheduled);
  }

  @Test
  void meetingsAreFoundByStatusAndByStart() {
    UUID refused = api.schedule(aMeetingOf(host));
    Map<String, Object> later = aMeetingOf(host);
    later.put("start", "2031-01-01T10:00");
    later.put("end", "2031-01-01T11:00");
    UUID waiting = api.schedule(later);
    new Topic(Servers.broker(), Topics.WEBEX_EVENTS).write("r", new Events(refused).refused(1));

    await()
        .untilAsserted(
            () -> assertThat(ids(list("&status=FAILED"))).containsExactly(refused.toString()));
    assertThat(ids(list("&status=ACCEPTED,SCHEDULED"))).containsExactly(waiting.toString());
    assertThat(ids(list("&status=ACCEPTED&status=FAILED"))).hasSize(2);
    assertThat(ids(list("&from=2031-01-01T09:00:00Z"))).containsExactly(waiting.toString());
    assertThat(ids(list("&from=2031-01-01T09:00:01Z"))).isEmpty();
    assertThat(ids(list("&to=2031-01-01T09:00:00Z"))).containsExactly(refused.toString());
    assertThat(list("&limit=1").get("meetings").get(0).get("timeZone").stringValue())
        .isEqualTo("Europe/Berlin");
  }
}
