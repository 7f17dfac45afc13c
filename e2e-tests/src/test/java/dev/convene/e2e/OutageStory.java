package dev.convene.e2e;

import static org.awaitility.Awaitility.await;

import dev.convene.local.process.Part;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stops, and whenever: what was accepted ends, once. */
@EndToEnd
@Isolated("it stops what all stories share")
class OutageStory {

  private final Convene convene;
  private final Disturbed disturbed;

  OutageStory(Convene convene) {
    this.convene = convene;
    this.disturbed = new Disturbed(convene);
  }

  @Test
  void requestsAreAcceptedWhileTheBrokerIsDownAndEndWhenItIsBack() throws Exception {
    Load load = new Load(convene, 20);
    load.steadily(10, Duration.ofSeconds(2));

    convene.stack().broker().stop();
    load.steadily(10, Duration.ofSeconds(30));
    convene.stack().broker().start();

    disturbed.everyMeetingIsScheduledOnce(load.accepted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"webex-service", "calendar-service"})
  void aWorkerThatIsKilledAtWorkLeavesNothingBehindAndMakesNothingTwice(String worker)
      throws Exception {
    Load load = disturbed.slowLoad();
    Part part = convene.stack().part(worker);
    CompletableFuture<Void> posting = load.inBackground(20, Duration.ofSeconds(4));
    await("some are done, and others under way").until(() -> disturbed.isInTheMiddleOf(load));

    part.kill();
    part.start();

    posting.get(1, TimeUnit.MINUTES);
    disturbed.everyMeetingIsScheduledOnce(load.accepted());
  }

  @Test
  void aGatewayThatIsKilledForgetsNothingThatItAccepted() {
    Load load = disturbed.slowLoad();
    Part gateway = convene.stack().part("gateway-service");
    for (int i = 0; i < 40; i++) {
      load.one();
    }

    gateway.kill();
    gateway.start();

    disturbed.everyMeetingIsScheduledOnce(load.accepted());
  }
}
