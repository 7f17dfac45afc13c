package dev.convene.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TimelineTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Timeline timeline =
      new Timeline(new Console(new PrintStream(out, true, UTF_8), false));

  @Test
  void eachEntrySaysWhatHappenedWhenAndForHowLong() {
    timeline.show(entry("accept-request", "accepted", "10:00:00.000", "10:00:00.000", 1, ""));
    timeline.show(entry("create-meeting", "created", "10:00:00.020", "10:00:00.350", 2, ""));

    assertThat(out.toString(UTF_8).lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).contains("+0 ms", "request accepted"),
            line ->
                assertThat(line)
                    .contains("+350 ms", "meeting created at Webex", "took 330 ms, attempt 2"));
    assertThat(timeline.duration()).isEqualTo(Duration.ofMillis(350));
  }

  @Test
  void aReasonIsShown() {
    String reason = ", \"reason\": {\"code\": \"webex.no-licence\", \"message\": \"No licence.\"}";

    timeline.show(entry("create-meeting", "refused", "10:00:00.000", "10:00:01.500", 1, reason));

    assertThat(out.toString(UTF_8)).contains("meeting refused by Webex", "+1.5 s", "No licence.");
  }

  @Test
  void whatItHasNoWordsForIsShownAsItIs() {
    timeline.show(entry("move-meeting", "moved", "10:00:00.000", "10:00:00.001", 1, ""));

    assertThat(out.toString(UTF_8)).contains("move-meeting moved");
  }

  private static JsonNode entry(
      String step, String outcome, String from, String to, int attempts, String more) {
    long took = Duration.between(instant(from), instant(to)).toMillis();
    return JsonMapper.shared()
        .readTree(
            """
            {"step": "%s", "outcome": "%s", "startedAt": "%s", "endedAt": "%s",
             "tookMillis": %d, "attempts": %d%s}
            """
                .formatted(step, outcome, instant(from), instant(to), took, attempts, more));
  }

  private static Instant instant(String time) {
    return Instant.parse("2027-01-01T" + time + "Z");
  }
}
