package dev.convene.chaos.checking;

import static dev.convene.chaos.checking.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoryTest {

  private final Scene scene = new Scene();

  @Test
  void itTellsInOrderWhatWasSaidDoneAndAsked() {
    scene.happenings.add(
        new Happening("kill -9", "webex-service", NOON.minusSeconds(1), NOON.plusSeconds(9)));
    scene.meetings.add(scene.meeting("m2", NOON.plusSeconds(3), NOON.plusSeconds(4)));

    assertThat(Story.of(scene.id, scene.evidence()))
        .containsSubsequence(
            "SCHEDULED",
            "done       kill -9 webex-service",
            "meeting m1 made",
            "meeting m2 made",
            "meeting m2 deleted",
            "undone     kill -9 webex-service");
  }

  @Test
  void aMeetingThatTheApiDoesNotKnowHasOneAtTheVendors() {
    UUID unknown = UUID.randomUUID();

    assertThat(Story.of(unknown, scene.evidence())).contains("knows nothing of " + unknown);
  }
}
