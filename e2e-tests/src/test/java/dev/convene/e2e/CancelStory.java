package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whenever somebody cancels: nothing is left, and whoever was invited is told once. */
@EndToEnd
class CancelStory {

  private static final String NOTE = "The budget is approved.";

  private final Convene convene;
  private final String host;
  private final String ann;
  private final String ben;

  CancelStory(Convene convene) {
    this.convene = convene;
    this.host = convene.newMailbox("host");
    this.ann = convene.newMailbox("ann");
    this.ben = convene.newMailbox("ben");
  }

  @Test
  void aScheduledMeetingIsTakenBackOnBothSidesByOneCallEach() throws Exception {
    String id = scheduled();

    assertThat(convene.gateway().cancel(id, NOTE).body().path("status").stringValue())
        .isEqualTo("CANCELLING");
    try (Watcher watcher = convene.gateway().watch(id)) {
      assertThat(watcher.awaitEnd(Duration.ofSeconds(30))).isTrue();
    }

    convene.gateway().ended(id, "CANCELLED");
    nothingIsLeft(id);
    assertThat(convene.webex().effects(host)).containsExactly("created", "deleted");
    assertThat(convene.outlook().invited(id)).containsExactlyInAnyOrder(ann, ben);
    assertThat(convene.outlook().toldOfCancellation(id))
        .containsExactlyInAnyOrder(ann + ": " + NOTE, ben + ": " + NOTE);
    assertThat(convene.outlook().calls(host)).containsExactly("create", "cancel");
  }

  @Test
  void cancellingTwiceAndAtTheSameTimeIsOneCancellation() throws Exception {
    String id = scheduled();
    Callable<Gateway.Answer> cancel = () -> convene.gateway().cancel(id, NOTE);

    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(people.invokeAll(Collections.nCopies(5, cancel)).stream().map(Future::resultNow))
          .allMatch(answer -> answer.status() == 202);
    }
    convene.gateway().ended(id, "CANCELLED");
    assertThat(convene.gateway().cancel(id, "Once more").body().path("status").stringValue())
        .isEqualTo("CANCELLED");

    nothingIsLeft(id);
    assertThat(convene.webex().effects(host)).containsExactly("created", "deleted");
    assertThat(convene.outlook().toldOfCancellation(id))
        .containsExactlyInAnyOrder(ann + ": " + NOTE, ben + ": " + NOTE);
  }

  @Test
  void whatIsCancelledWhileTheInvitationIsBeingSentIsSentAndTakenBack() {
    convene.outlook().slow(host, Duration.ofMillis(1500));
    String id = schedule();
    reaches(id, "IN_PROGRESS");

    convene.gateway().cancel(id, NOTE);

    convene.gateway().ended(id, "CANCELLED");
    nothingIsLeft(id);
    assertThat(convene.outlook().invited(id)).containsExactlyInAnyOrder(ann, ben);
    assertThat(convene.outlook().toldOfCancellation(id)).hasSize(2);
  }

  @Test
  void whatIsCancelledAtOnceIsTakenBackAsSoonAsItIsMade() {
    convene.webex().slow(host, Duration.ofMillis(800));
    String id = schedule();

    convene.gateway().cancel(id, NOTE);

    convene.gateway().ended(id, "CANCELLED");
    nothingIsLeft(id);
    assertThat(convene.webex().effects(host)).containsExactly("created", "deleted");
    assertThat(convene.outlook().toldOfCancellation(id))
        .as("as many as were invited, which may be nobody")
        .hasSameSizeAs(convene.outlook().invited(id));
  }

  @Test
  void whatWaitsForWebexIsAbandonedAndNobodyHearsOfIt() {
    convene.webex().throttles(host, Duration.ofHours(1));
    String id = schedule();
    reaches(id, "DELAYED");

    convene.gateway().cancel(id, NOTE);

    JsonNode meeting = convene.gateway().ended(id, "CANCELLED");
    assertThat(meeting.path("timeline").findValuesAsString("outcome"))
        .endsWith("accepted", "deleted", "cancelled");
    assertThat(convene.webex().meetings(id)).isEmpty();
    assertThat(convene.outlook().events(id)).isEmpty();
    assertThat(convene.outlook().invited(id)).isEmpty();
  }

  private String schedule() {
    return convene.gateway().schedule(aMeetingRequest().hostedBy(host).inviting(ann, ben));
  }

  private String scheduled() {
    String id = schedule();
    convene.gateway().ended(id, "SCHEDULED");
    return id;
  }

  private void reaches(String id, String status) {
    await("that " + id + " is " + status)
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> convene.gateway().meeting(id).path("status").stringValue().equals(status));
  }

  private void nothingIsLeft(String id) {
    assertThat(convene.webex().meetings(id))
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(meeting -> meeting.path("deleted").booleanValue());
    assertThat(convene.outlook().events(id))
        .hasSizeLessThanOrEqualTo(1)
        .noneMatch(event -> List.of("live").contains(event.path("state").stringValue()));
    assertThat(convene.webex().mails(id)).isEmpty();
  }
}
