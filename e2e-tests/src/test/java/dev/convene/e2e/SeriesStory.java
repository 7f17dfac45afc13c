package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@EndToEnd
class SeriesStory {

  private final Convene convene;

  SeriesStory(Convene convene) {
    this.convene = convene;
  }

  /** From spring to winter, so that Berlin's clocks are set twice. */
  @Test
  void aSeriesIsOneMeetingAndOneEventWithTheOccurrencesThatThePreviewShowed() {
    String host = convene.newMailbox("host");
    String ann = convene.newMailbox("ann");
    String ben = convene.newMailbox("ben");
    MeetingRequest request =
        aMeetingRequest()
            .hostedBy(host)
            .inviting(ann, ben)
            .with(json -> json.put("start", "2027-03-02T10:00").put("end", "2027-03-02T10:45"))
            .repeating("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20271130");
    List<String> shown = starts(convene.gateway().preview(request).path("occurrences"));

    String id = convene.gateway().schedule(request);

    JsonNode meeting = convene.gateway().ended(id, "SCHEDULED");
    assertThat(meeting.at("/details/recurrence").stringValue())
        .isEqualTo("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20271130T090000Z");
    assertThat(shown).hasSize(79).contains("2027-03-25T09:00:00Z", "2027-03-30T08:00:00Z");
    assertThat(convene.webex().meetings(id))
        .singleElement()
        .satisfies(series -> assertThat(texts(series.path("occurrences"))).isEqualTo(shown));
    assertThat(convene.outlook().events(id))
        .singleElement()
        .satisfies(master -> {
          assertThat(texts(master.path("occurrences"))).isEqualTo(shown);
          assertThat(master.at("/recurrence/range/recurrenceTimeZone").stringValue())
              .isEqualTo("W. Europe Standard Time");
        });
    assertThat(convene.outlook().invited(id)).containsExactlyInAnyOrder(ann, ben);
    assertThat(convene.webex().mails(id)).as("mails from Webex").isEmpty();
  }

  @Test
  void aRuleThatOneSideWouldTakeDifferentlyIsRefusedBeforeAnythingIsMade() {
    String host = convene.newMailbox("host");

    Gateway.Answer answer =
        convene
            .gateway()
            .post(
                aMeetingRequest().hostedBy(host).repeating("FREQ=MONTHLY;BYMONTHDAY=31"), Map.of());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/code").stringValue()).isEqualTo("short-months");
    assertThat(answer.body().at("/errors/0/pointer").stringValue()).isEqualTo("/recurrence");
    assertThat(convene.webex().effects(host)).isEmpty();
    assertThat(convene.outlook().mailbox(host)).isEmpty();
  }

  private static List<String> starts(JsonNode occurrences) {
    return occurrences.valueStream().map(one -> one.path("startsAt").stringValue()).toList();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::stringValue).toList();
  }
}
