package dev.convene.gateway.previewing;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static dev.convene.gateway.servers.Requests.aMeetingOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Servers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The meetings begin on a Friday, 1 March 2030. */
class PreviewIT {

  private final Api api = new Api(Servers.gateway());

  private HttpResponse<String> preview(String query, Map<String, Object> meeting) {
    return api.post("/api/v1/meetings/preview" + query, meeting);
  }

  private JsonNode shown(String query, String rule) {
    HttpResponse<String> answer = preview(query, repeated(rule));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.json(answer);
  }

  private static Map<String, Object> repeated(String rule) {
    Map<String, Object> meeting = aMeeting();
    meeting.put("recurrence", rule);
    return meeting;
  }

  @Test
  void theDatesAreShownInLocalTimeAndInUtc() {
    JsonNode shown = shown("", "FREQ=WEEKLY;COUNT=6");
    assertThat(shown.get("timeZone").stringValue()).isEqualTo("Europe/Berlin");
    assertThat(shown.get("recurrence").stringValue()).isEqualTo("FREQ=WEEKLY;BYDAY=FR;COUNT=6");
    assertThat(shown.get("total").intValue()).isEqualTo(6);
    assertThat(shown.get("occurrences")).hasSize(6);
    assertThat(shown.at("/occurrences/0").toString())
        .isEqualTo(
            "{\"number\":1,\"start\":\"2030-03-01T10:00:00\",\"end\":\"2030-03-01T11:00:00\","
                + "\"startsAt\":\"2030-03-01T09:00:00Z\",\"endsAt\":\"2030-03-01T10:00:00Z\","
                + "\"utcOffset\":\"+01:00\",\"offsetChanged\":false}");
    assertThat(shown.at("/occurrences/5/startsAt").stringValue()).isEqualTo("2030-04-05T08:00:00Z");
    assertThat(shown.at("/occurrences/5/offsetChanged").booleanValue()).isTrue();
    assertThat(shown.get("objections")).isEmpty();
    assertThat(shown.has("next")).isFalse();
  }

  @Test
  void aLongSeriesIsShownInPages() {
    JsonNode first = shown("?limit=200", "FREQ=DAILY;COUNT=250");
    assertThat(first.get("occurrences")).hasSize(200);
    assertThat(first.get("next").intValue()).isEqualTo(200);
    JsonNode second = shown("?limit=200&after=200", "FREQ=DAILY;COUNT=250");
    assertThat(second.get("occurrences")).hasSize(50);
    assertThat(second.at("/occurrences/0/number").intValue()).isEqualTo(201);
    assertThat(second.get("total").intValue()).isEqualTo(250);
    assertThat(second.has("next")).isFalse();
    assertThat(shown("", "FREQ=DAILY").has("total")).isFalse();
  }

  @Test
  void whatSchedulingWouldRefuseOfTheRuleIsSaidBesideTheDates() {
    Map<String, Object> meeting = repeated("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=300");
    JsonNode shown = Api.json(preview("", meeting));
    assertThat(shown.get("occurrences")).hasSize(100);
    assertThat(shown.has("recurrence")).isFalse();
    assertThat(shown.get("objections").findValuesAsString("code"))
        .containsExactly("start-not-in-rule", "too-many-occurrences");

    HttpResponse<String> refused = api.post("/api/v1/meetings", meeting);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Api.json(refused).get("errors")).isEqualTo(shown.get("objections"));
    assertThat(Api.json(refused).at("/errors/0/pointer").stringValue()).isEqualTo("/recurrence");
  }

  @Test
  void whatIsWrongOtherwiseIsRefusedAsSchedulingDoes() {
    Map<String, Object> meeting = repeated("FREQ=MONTHLY;BYMONTHDAY=31");
    meeting.put("titel", "x");
    HttpResponse<String> refused = preview("", meeting);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Api.json(refused).get("errors").findValuesAsString("code"))
        .containsExactly("unknown-field", "short-months");
    assertThat(refused.body()).isEqualTo(api.post("/api/v1/meetings", meeting).body());
    assertThat(preview("?limit=501", aMeeting()).statusCode()).isEqualTo(400);
    assertThat(preview("?after=-1", aMeeting()).statusCode()).isEqualTo(400);
  }

  @Test
  void nothingIsScheduled() {
    Map<String, Object> meeting = aMeetingOf("host-" + UUID.randomUUID() + "@example.com");
    assertThat(preview("", meeting).statusCode()).isEqualTo(200);
    assertThat(Api.json(api.get("/api/v1/meetings?host=" + meeting.get("host"))).get("meetings"))
        .isEmpty();
  }

  @Test
  void nobodyLooksAtMeetingsOfAHostThatTheyMayNotScheduleFor() {
    Api ada = api.with(Issuer.shared().person("ada@example.com", "meetings.write"));
    assertThat(ada.post("/api/v1/meetings/preview", aMeeting()).statusCode()).isEqualTo(200);
    HttpResponse<String> refused =
        ada.post("/api/v1/meetings/preview", aMeetingOf("bob@example.com"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Api.json(refused).get("type").stringValue())
        .isEqualTo("urn:convene:problem:host-not-allowed");
  }
}
