package dev.convene.local.run;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes the entries of a meeting's timeline as they come, one line each. */
final class Timeline {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
  private static final Map<String, String> WORDS =
      Map.of(
          "accept-request accepted", "request accepted, and durable",
          "create-meeting created", "meeting created at Webex",
          "create-meeting refused", "meeting refused by Webex",
          "send-invitation sent", "invitation sent by Outlook",
          "send-invitation failed", "invitation refused by Outlook",
          "withdraw-meeting withdrawn", "meeting deleted at Webex again");

  private final Console console;
  private @Nullable Instant begun;
  private Duration duration = Duration.ZERO;

  Timeline(Console console) {
    this.console = console;
  }

  /** From the first entry's start to the latest end. */
  Duration duration() {
    return duration;
  }

  void show(JsonNode entry) {
    Instant ended = Instant.parse(entry.path("endedAt").asString(""));
    if (begun == null) {
      begun = Instant.parse(entry.path("startedAt").asString(""));
    }
    Duration since = Duration.between(begun, ended);
    if (since.compareTo(duration) > 0) {
      duration = since;
    }
    String what = entry.path("step").asString("") + " " + entry.path("outcome").asString("");
    console.line(
        "  %s  %8s  %-34s %s"
            .formatted(
                CLOCK.format(ended),
                "+" + Console.time(since),
                WORDS.getOrDefault(what, what),
                console.dim(run(entry))));
    if (entry.has("reason")) {
      console.line("      " + entry.path("reason").path("message").asString(""));
    }
  }

  private static String run(JsonNode entry) {
    int attempts = entry.path("attempts").asInt(1);
    String took = "took " + Console.time(Duration.ofMillis(entry.path("tookMillis").asLong(0)));
    return attempts > 1 ? took + ", attempt " + attempts : took;
  }
}
