package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@EndToEnd
class RefusalStory {

  /** Has a mailbox, and no licence for Webex. */
  private static final String NO_LICENCE = "nolicence@contoso.example";

  private final Convene convene;

  RefusalStory(Convene convene) {
    this.convene = convene;
  }

  @Test
  void whatWebexRefusesFailsAndNothingIsInOutlook() {
    String id =
        convene
            .gateway()
            .schedule(aMeetingRequest().hostedBy(NO_LICENCE).inviting(convene.newMailbox("ann")));

    JsonNode meeting = convene.gateway().ended(id, "FAILED");
    assertThat(meeting.path("reason").path("code").stringValue()).startsWith("webex.");
    assertThat(meeting.path("reason").path("message").stringValue()).isNotBlank();
    assertThat(convene.webex().meetings(id)).isEmpty();
    assertThat(convene.outlook().events(id)).isEmpty();
    assertThat(convene.outlook().invited(id)).isEmpty();
  }

  @Test
  void whatOutlookRefusesFailsAndTheWebexMeetingIsDeleted() {
    String host = convene.newMailbox("host");
    convene.outlook().refuses(host);

    String id =
        convene
            .gateway()
            .schedule(aMeetingRequest().hostedBy(host).inviting(convene.newMailbox("ann")));

    JsonNode meeting = convene.gateway().ended(id, "FAILED");
    assertThat(meeting.path("reason").path("code").stringValue()).startsWith("graph.");
    assertThat(meeting.path("reason").path("message").stringValue()).isNotBlank();
    assertThat(convene.webex().effects(host)).containsExactly("created", "deleted");
    assertThat(convene.webex().meetings(id))
        .singleElement()
        .matches(webexMeeting -> webexMeeting.path("deleted").booleanValue());
    assertThat(convene.outlook().events(id)).isEmpty();
    assertThat(convene.outlook().invited(id)).isEmpty();
    assertThat(convene.webex().mails(id)).isEmpty();
  }
}
