package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@EndToEnd
class SchedulingStory {

  private final Convene convene;

  SchedulingStory(Convene convene) {
    this.convene = convene;
  }

  @Test
  void aMeetingIsMadeOnceAtWebexAndEveryAttendeeIsInvitedOnceByOutlook() {
    String host = convene.newMailbox("host");
    String ann = convene.newMailbox("ann");
    String ben = convene.newMailbox("ben");

    String id =
        convene
            .gateway()
            .schedule(aMeetingRequest().hostedBy(host).tomorrowAt("10:00").inviting(ann, ben));

    convene.gateway().ended(id, "SCHEDULED");
    assertThat(convene.webex().meetings(id))
        .singleElement()
        .satisfies(meeting -> {
          assertThat(meeting.path("hostEmail").stringValue()).isEqualTo(host);
          assertThat(meeting.path("deleted").booleanValue()).isFalse();
        });
    assertThat(convene.outlook().events(id))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.path("mailbox").stringValue()).isEqualTo(host);
          assertThat(event.path("state").stringValue()).isEqualTo("live");
        });
    assertThat(convene.outlook().invited(id)).containsExactlyInAnyOrder(ann, ben);
    assertThat(convene.webex().mails(id)).as("mails from Webex").isEmpty();
  }

  @Test
  void bothSidesHaveTheSameTimeOnTheDayWhenClocksChange() {
    String host = convene.newMailbox("host");
    MeetingRequest request =
        aMeetingRequest()
            .hostedBy(host)
            .inviting(convene.newMailbox("ann"))
            .with(
                json -> json.put("start", "2027-03-28T03:30:00").put("end", "2027-03-28T04:30:00"));

    String id = convene.gateway().schedule(request);

    convene.gateway().ended(id, "SCHEDULED");
    JsonNode meeting = convene.webex().meetings(id).getFirst();
    JsonNode event = convene.outlook().events(id).getFirst();
    assertThat(meeting.path("start").stringValue()).isEqualTo("2027-03-28T01:30:00Z");
    assertThat(event.path("start").stringValue()).isEqualTo("2027-03-28T03:30");
    assertThat(event.path("startTimeZone").stringValue()).isEqualTo("W. Europe Standard Time");
  }

  @Test
  void theTimelineTellsEveryStep() {
    String host = convene.newMailbox("host");

    String id =
        convene
            .gateway()
            .schedule(aMeetingRequest().hostedBy(host).inviting(convene.newMailbox("ann")));

    JsonNode meeting = convene.gateway().ended(id, "SCHEDULED");
    assertThat(meeting.path("timeline").valueStream())
        .extracting(
            step -> step.path("step").stringValue() + " " + step.path("outcome").stringValue())
        .containsExactly(
            "accept-request accepted", "create-meeting created", "send-invitation sent");
  }
}
