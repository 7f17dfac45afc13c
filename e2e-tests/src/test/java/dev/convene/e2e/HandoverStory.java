package dev.convene.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.local.process.Part;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is told to stop, or is taken for dead: others go on, and nothing is done twice. */
@EndToEnd
@Isolated("it stops what all stories share")
class HandoverStory {

  /** What Kubernetes and people wait, before they kill it. */
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Convene convene;
  private final Disturbed disturbed;

  HandoverStory(Convene convene) {
    this.convene = convene;
    this.disturbed = new Disturbed(convene);
  }

  @ParameterizedTest
  @ValueSource(strings = {"webex-service", "calendar-service"})
  void aWorkerThatIsToldToStopUnderLoadIsGoneSoonAndItsReplicaGoesOn(String worker)
      throws Exception {
    Load load = disturbed.slowLoad(Duration.ofSeconds(2));
    Part part = convene.stack().part(worker);
    Part replica = convene.stack().addReplica(worker);
    try {
      CompletableFuture<Void> posting = load.inBackground(10, Duration.ofSeconds(12));
      await("some are done, and others under way")
          .atMost(Duration.ofSeconds(30))
          .until(() -> disturbed.isInTheMiddleOf(load));

      assertThat(timeToStop(part)).isLessThan(STOP);

      posting.get(1, TimeUnit.MINUTES);
      disturbed.everyMeetingIsScheduledOnce(load.accepted());
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
    Load load = disturbed.slowLoad();
    Part part = convene.stack().part(worker);
    Part replica = convene.stack().addReplica(worker);
    try {
      CompletableFuture<Void> posting = load.inBackground(20, Duration.ofSeconds(4));
      await("some are done, and others under way").until(() -> disturbed.isInTheMiddleOf(load));

      part.pause();
      posting.get(1, TimeUnit.MINUTES);
      // The replica has taken over, and come to the end of what the other had in its hands.
      disturbed.everyMeetingIsScheduledOnce(load.accepted());
      part.resume();

      // What it wakes up with is still to come; later meetings are behind that.
      load.steadily(10, Duration.ofSeconds(3));
      disturbed.everyMeetingIsScheduledOnce(load.accepted());
    } finally {
      replica.stop();
      startAgain(part);
    }
  }

  @Test
  void aGatewayThatIsToldToStopAnswersWhatItHasTakenAndLetsItsWatchersGo() throws Exception {
    Load load = disturbed.slowLoad(Duration.ofSeconds(2));
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

    disturbed.everyMeetingIsScheduledOnce(load.accepted());
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
}
