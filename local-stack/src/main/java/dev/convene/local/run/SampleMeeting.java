package dev.convene.local.run;

import dev.convene.local.process.StartFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Schedules one meeting through the public API, and shows step by step what becomes of it. */
final class SampleMeeting {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI meetings;
  private final Console console;
  private final Supplier<String> bearer;

  /**
   * @param bearer the caller's token, as a header has it
   */
  SampleMeeting(URI gateway, Supplier<String> bearer, Console console) {
    this.meetings = gateway.resolve("/api/v1/meetings");
    this.bearer = bearer;
    this.console = console;
  }

  /**
   * Tomorrow at ten.
   *
   * @return whether it ended SCHEDULED
   */
  boolean schedule(String host, List<String> attendees) throws InterruptedException {
    LocalDateTime start = LocalDate.now(ZONE).plusDays(1).atTime(10, 0);
    ObjectNode request =
        JSON.createObjectNode()
            .put("title", "Convene says hello")
            .put("agenda", "A sample meeting, to see how one operation makes both sides.")
            .put("host", host)
            .put("start", start.toString())
            .put("end", start.plusMinutes(30).toString())
            .put("timeZone", ZONE.getId());
    ArrayNode invited = request.putArray("attendees");
    attendees.forEach(mailbox -> invited.addObject().put("email", mailbox).put("type", "required"));

    console.line("\n" + console.bold("A sample meeting") + " through " + meetings);
    console.line("  tomorrow 10:00 to 10:30 in Berlin, hosted by " + host);
    console.line("  invited: " + String.join(", ", attendees) + "\n");
    try {
      return follow(accepted(request));
    } catch (IOException e) {
      throw new StartFailed("The sample meeting got no answer: " + e.getMessage(), e);
    }
  }

  private URI accepted(ObjectNode request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            request(meetings)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request.toString()))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw new StartFailed(
          "The sample meeting was not accepted: " + answer.statusCode() + " " + answer.body());
    }
    return meetings.resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpRequest.Builder request(URI url) {
    return HttpRequest.newBuilder(url).timeout(LIMIT).header("Authorization", bearer.get());
  }

  private boolean follow(URI meeting) throws IOException, InterruptedException {
    HttpRequest stream = request(URI.create(meeting + "/events")).build();
    Timeline timeline = new Timeline(console);
    try (Stream<String> lines = http.send(stream, BodyHandlers.ofLines()).body()) {
      Iterator<ServerSentEvent> events = ServerSentEvent.in(lines.iterator());
      while (events.hasNext()) {
        ServerSentEvent event = events.next();
        JsonNode data = JSON.readTree(event.data());
        if (event.name().equals("end")) {
          return end(data.path("status").asString(""), timeline, meeting);
        }
        timeline.show(data.path("entry"));
      }
    }
    console.line(console.bad("  The stream of its progress ended early."));
    return false;
  }

  private boolean end(String status, Timeline timeline, URI meeting)
      throws IOException, InterruptedException {
    boolean scheduled = status.equals("SCHEDULED");
    console.line(
        "\n  %s after %s"
            .formatted(
                console.bold(scheduled ? console.good(status) : console.bad(status)),
                Console.time(timeline.duration())));
    JsonNode body =
        JSON.readTree(http.send(request(meeting).build(), BodyHandlers.ofString()).body());
    if (body.has("join")) {
      console.line("  join at " + body.path("join").path("webLink").asString(""));
    }
    console.line("  all of it: " + meeting);
    return scheduled;
  }
}
