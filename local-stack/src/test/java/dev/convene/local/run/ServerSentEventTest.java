package dev.convene.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSentEventTest {

  @Test
  void anEventEndsWithAnEmptyLine() {
    assertThat(events("event: step", "id: 1", "data: {}", "", "event:end", "data:bye", ""))
        .containsExactly(new ServerSentEvent("step", "{}"), new ServerSentEvent("end", "bye"));
  }

  @Test
  void dataMayHaveSeveralLines() {
    assertThat(events("data: {", "data:  }", ""))
        .containsExactly(new ServerSentEvent("message", "{\n }"));
  }

  @Test
  void commentsAreNoEvents() {
    assertThat(events(":", "", ": still here", "", "data: x", ""))
        .containsExactly(new ServerSentEvent("message", "x"));
  }

  @Test
  void whatIsCutOffIsNoEvent() {
    assertThat(events("data: half")).isEmpty();
  }

  private static List<ServerSentEvent> events(String... lines) {
    List<ServerSentEvent> events = new ArrayList<>();
    ServerSentEvent.in(List.of(lines).iterator()).forEachRemaining(events::add);
    return events;
  }
}
