package dev.convene.gateway.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class HubTest {

  private final Hub hub = new Hub();
  private final UUID meeting = UUID.randomUUID();

  @Test
  void eachWatcherOfAMeetingIsNudgedUntilItLeaves() {
    List<Object> first = new ArrayList<>();
    List<Object> second = new ArrayList<>();
    Disposable leaving = hub.nudges(meeting).subscribe(first::add);
    hub.nudges(meeting).subscribe(second::add);

    hub.nudge(meeting);
    leaving.dispose();
    hub.nudge(meeting);
    hub.nudge(UUID.randomUUID());
    hub.nudgeAll();

    assertThat(first).hasSize(1);
    assertThat(second).hasSize(3);
    assertThat(hub.watched()).isEqualTo(1);
  }

  @Test
  void nothingIsKeptForMeetingsThatNobodyWatches() {
    hub.nudges(meeting).subscribe().dispose();

    assertThat(hub.watched()).isZero();
  }
}
