package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Some time after a request has ended, what the API says is what the vendors hold. */
@EndToEnd
class CheckStory {

  private static final Duration CHECKED = Duration.ofSeconds(60);

  private final Convene convene;
  private final ByHand byHand;
  private final String host;
  private final String ann;

  CheckStory(Convene convene) {
    this.convene = convene;
    this.byHand = new ByHand(convene.stack());
    this.host = convene.newMailbox("host");
    this.ann = convene.newMailbox("ann");
  }

  @Test
  void aSecondMeetingThatNobodyWasInvitedToIsDeletedAndTheTimelineSaysSo() {
    String id = scheduled();
    String named = convene.webex().meetings(id).getFirst().path("id").stringValue();
    byHand.makeAtWebex(host, "convene:" + id);

    await("the check").atMost(CHECKED).until(() -> timelineHas(id, "check.surplus-deleted"));

    assertThat(convene.webex().meetings(id))
        .filteredOn(meeting -> !meeting.path("deleted").booleanValue())
        .singleElement()
        .satisfies(meeting -> assertThat(meeting.path("id").stringValue()).isEqualTo(named));
    JsonNode meeting = convene.gateway().meeting(id);
    assertThat(meeting.path("status").stringValue()).isEqualTo("SCHEDULED");
    assertThat(convene.outlook().invited(id)).containsExactly(ann);
    assertThat(convene.webex().mails(id)).isEmpty();
  }

  @Test
  void anEventThatAPersonRemovedIsNotMadeAgainButShownToOperators() {
    String id = scheduled();
    JsonNode event = convene.outlook().events(id).getFirst();
    byHand.removeFromOutlook(host, event.path("immutableId").stringValue());

    await("the check")
        .atMost(CHECKED)
        .until(() ->
            convene.gateway().meeting(id).path("status").stringValue().equals("NEEDS_ATTENTION"));

    JsonNode meeting = convene.gateway().meeting(id);
    assertThat(meeting.at("/reason/code").stringValue()).isEqualTo("check.invitation-missing");
    assertThat(meeting.at("/reason/message").stringValue()).contains(host);
    assertThat(meeting.path("leftover").stringValue())
        .isEqualTo(convene.webex().meetings(id).getFirst().path("id").stringValue());
    assertThat(convene.outlook().events(id)).hasSize(1);
  }

  private String scheduled() {
    String id = convene.gateway().schedule(aMeetingRequest().hostedBy(host).inviting(ann));
    convene.gateway().ended(id, "SCHEDULED");
    return id;
  }

  private boolean timelineHas(String id, String reason) {
    return convene
        .gateway()
        .meeting(id)
        .path("timeline")
        .valueStream()
        .anyMatch(entry -> entry.at("/reason/code").asString("").equals(reason));
  }
}
