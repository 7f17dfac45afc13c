package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Topics;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However often something is said, or its answer lost: one meeting, one invitation. */
@EndToEnd
class OnceStory {

  private final Convene convene;
  private final String host;
  private final String ann;

  OnceStory(Convene convene) {
    this.convene = convene;
    this.host = convene.newMailbox("host");
    this.ann = convene.newMailbox("ann");
  }

  @Test
  void tenRequestsAtOnceWithOneKeyAreOneMeetingAndTenEqualAnswers() throws Exception {
    MeetingRequest request = aMeetingRequest().hostedBy(host).inviting(ann);
    Map<String, String> key = Map.of("Idempotency-Key", "budget-" + host);
    Callable<Gateway.Answer> post = () -> convene.gateway().post(request, key);

    List<Gateway.Answer> answers;
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          clients.invokeAll(Collections.nCopies(10, post)).stream().map(Future::resultNow).toList();
    }

    assertThat(answers).allMatch(answer -> answer.status() == 202);
    assertThat(answers.stream().map(Gateway.Answer::body).distinct()).hasSize(1);
    String id = answers.getFirst().body().path("id").stringValue();
    convene.gateway().ended(id, "SCHEDULED");
    oneMeetingAndOneInvitation(id);
    assertThat(convene.outlook().mailbox(host)).hasSize(1);
  }

  @Test
  void aCommandThatComesTwiceHasNoSecondEffect() {
    String id = scheduled();
    ConsumerRecord<byte[], byte[]> command =
        convene
            .kafka()
            .about(id, Topics.SCHEDULING_COMMANDS, "meeting.schedule.v1")
            .findFirst()
            .orElseThrow();

    convene.kafka().sendAgain(command);

    allBeforeIsHandled();
    oneMeetingAndOneInvitation(id);
  }

  @Test
  void anEventThatComesTwiceHasNoSecondEffect() {
    String id = scheduled();
    ConsumerRecord<byte[], byte[]> created =
        convene
            .kafka()
            .about(id, Topics.WEBEX_EVENTS, "meeting.created.v1")
            .findFirst()
            .orElseThrow();

    convene.kafka().sendAgain(created);

    allBeforeIsHandled();
    oneMeetingAndOneInvitation(id);
    assertThat(convene.gateway().meeting(id).path("status").stringValue()).isEqualTo("SCHEDULED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status-after", "drop-after"})
  void aLostAnswerOfWebexMakesNoSecondMeeting(String kindOfFault) {
    convene.webex().nextCreate(host, kindOfFault);

    String id = scheduled();

    oneMeetingAndOneInvitation(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status-after", "drop-after", "concurrent-item-save"})
  void aLostAnswerOfOutlookMakesNoSecondInvitation(String kindOfFault) {
    convene.outlook().nextCreate(host, kindOfFault);

    String id = scheduled();

    oneMeetingAndOneInvitation(id);
  }

  private String scheduled() {
    String id = convene.gateway().schedule(aMeetingRequest().hostedBy(host).inviting(ann));
    convene.gateway().ended(id, "SCHEDULED");
    return id;
  }

  /** A later meeting of the same host stands behind all that its partitions held before. */
  private void allBeforeIsHandled() {
    scheduled();
  }

  private void oneMeetingAndOneInvitation(String id) {
    assertThat(convene.webex().meetings(id)).hasSize(1);
    assertThat(convene.outlook().events(id)).hasSize(1);
    assertThat(convene.outlook().invited(id)).containsExactly(ann);
  }
}
