package dev.convene.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.local.process.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever stops, and whenever: what was accepted ends, once. */
@EndToEnd
@Isolated("it stops what all stories share")
class OutageStory {

  /** What Kubernetes and people wait, before they kill it. */
  private static final Duration STOP = Duration.ofSeconds(20);

  private static final Duration RECOVERY = Duration.ofSeconds(90);

  private final Convene convene;

  OutageStory(Convene convene) {
    this.convene = convene;
  }

  @Test
  void requestsAreAcceptedWhileTheBrokerIsDownAndEndWhenItIsBack() throws Exception {
    Load load = new Load(convene, 20);
    load.steadily(10, Duration.ofSeconds(2));

    convene.stack().broker().stop();
    load.steadily(10, Duration.ofSeconds(30));
    convene.stack().broker().start();

    everyMeetingIsScheduledOnce(load.accepted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"webex-service", "calendar-service"})
  void aWorkerThatIsKilledAtWorkLeavesNothingBehindAndMakesNothingTwice(String worker)
      throws Exception {
    Load load = slowLoad();
    Part part = convene.stack().part(worker);
    CompletableFuture<Void> posting = load.inBackground(20, Duration.ofSeconds(4));
    await("some are done, and others under way").until(() -> isInTheMiddleOf(load));

    part.kill();
    part.start();

    posting.get(1, TimeUnit.MINUTES);
    everyMeetingIsScheduledOnce(load.accepted());
  }

  @Test
  void aGatewayThatIsKilledForgetsNothingThatItAccepted() {
    Load load = slowLoad();
    Part gateway = convene.stack().part("gateway-service");
    for (int i = 0; i < 40; i++) {
      load.one();
    }

    gateway.kill();
    gateway.start();

    everyMeetingIsScheduledOnce(load.accepted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"webex-service", "calendar-service"})
  void aWorkerThatIsToldToStopUnderLoadIsGoneSoonAndItsReplicaGoesOn(String worker)
      throws Exception {
    Load load = slowLoad(Duration.ofSeconds(2));
    Part part = convene.stack().part(worker);
    Part replica = convene.stack().addReplica(worker);
    try {
      CompletableFuture<Void> posting = load.inBackground(10, Duration.ofSeconds(12));
      await("some are done, and others under way")
          .atMost(Duration.ofSeconds(30))
          .until(() -> isInTheMiddleOf(load));

      assertThat(timeToStop(part)).isLessThan(STOP);

      posting.get(1, TimeUnit.MINUTES);
      everyMeetingIsScheduledOnce(load.accepted());
    } finally {
      replica.stop();
      startAgain(part);
    }
  }

  /**
   * Of the two workers the one whose provider knows a key for idempotency. A create that
   * webex-service was about to send when it was paused makes a second meeting, which the check
   * after the end takes back; chaos-tests pauses it, and tells such a one apart.
   */
  @Test
  void aWorkerThatWakesUpAfterItWasTakenForDeadMakesNothingTwice() throws Exception {
    String worker = "calendar-service";
    Load load = slowLoad();
    Part part = convene.stack().part(worker);
    Part replica = convene.stack().addReplica(worker);
    try {
      CompletableFuture<Void> posting = load.inBackground(20, Duration.ofSeconds(4));
      await("some are done, and others under way").until(() -> isInTheMiddleOf(load));

      part.pause();
      posting.get(1, TimeUnit.MINUTES);
      // The replica has taken over, and come to the end of what the other had in its hands.
      everyMeetingIsScheduledOnce(load.accepted());
      part.resume();

      // What it wakes up with is still to come; later meetings are behind that.
      load.steadily(10, Duration.ofSeconds(3));
      everyMeetingIsScheduledOnce(load.accepted());
    } finally {
      replica.stop();
      startAgain(part);
    }
  }

  @Test
  void aGatewayThatIsToldToStopAnswersWhatItHasTakenAndLetsItsWatchersGo() throws Exception {
    Load load = slowLoad(Duration.ofSeconds(2));
    Part gateway = convene.stack().part("gateway-service");
    for (int i = 0; i < 20; i++) {
      load.one();
    }
    try (var watcher = convene.gateway().watch(load.accepted().getLast())) {
      watcher.awaitFirstLine();

      assertThat(timeToStop(gateway)).isLessThan(STOP);

      assertThat(watcher.awaitEnd(Duration.ofSeconds(5))).as("it was told to go").isTrue();
    } finally {
      gateway.start();
    }

    everyMeetingIsScheduledOnce(load.accepted());
  }

  private static void startAgain(Part part) {
    part.stop();
    part.start();
  }

  private static Duration timeToStop(Part part) {
    long begin = System.nanoTime();
    part.stop();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** With vendors that take their time, so that there is always something under way. */
  private Load slowLoad() {
    return slowLoad(Duration.ofMillis(300));
  }

  private Load slowLoad(Duration eachCall) {
    Load load = new Load(convene, 10);
    for (String host : load.hosts()) {
      convene.webex().slow(host, eachCall);
      convene.outlook().slow(host, eachCall);
    }
    return load;
  }

  private boolean isInTheMiddleOf(Load load) {
    List<String> accepted = load.accepted();
    return accepted.stream().anyMatch(this::isScheduled)
        && !accepted.stream().allMatch(this::isScheduled);
  }

  private boolean isScheduled(String id) {
    return convene.gateway().meeting(id).path("status").stringValue().equals("SCHEDULED");
  }

  private void everyMeetingIsScheduledOnce(List<String> ids) {
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
