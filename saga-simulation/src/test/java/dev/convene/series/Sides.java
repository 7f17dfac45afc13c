package dev.convene.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.calendar.graph.GraphBody;
import dev.convene.calendar.invitation.Composed;
import dev.convene.contracts.JoinDetails;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Requester;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepRun;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.defaults.sealing.Seal;
import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.requests.GatewayRequests;
import dev.convene.gateway.requests.MeetingRequests;
import dev.convene.gateway.requests.Preview;
import dev.convene.gateway.series.Occurrence;
import dev.convene.simulators.microsoft.calendar.OutlookSeries;
import dev.convene.simulators.webex.WebexSeries;
import dev.convene.webex.rest.WebexBody;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks for a series as people do, and looks at what comes of it on all sides. */
final class Sides {

  static final Instant NOW = Instant.parse("2025-12-15T12:00:00Z");

  private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");
  private static final String HOST = "bob@contoso.example";

  private final MeetingRequests requests = GatewayRequests.at(NOW);
  private final Seal seal = Seal.withKeyset(Seal.newKeyset());

  /** What came of it. */
  sealed interface Result {

    record Agreed(int occurrences) implements Result {}

    record Refused(String code) implements Result {}
  }

  /** Half an hour long; fails where the sides differ, or a vendor refuses what we took. */
  Result ask(LocalDateTime start, ZoneId zone, String rule) {
    byte[] body =
        JsonDefaults.mapper()
            .writeValueAsString(
                Map.of(
                    "title",
                    "Review",
                    "host",
                    HOST,
                    "start",
                    start.toString(),
                    "end",
                    start.plusMinutes(30).toString(),
                    "timeZone",
                    zone.getId(),
                    "recurrence",
                    rule))
            .getBytes(StandardCharsets.UTF_8);
    return switch (requests.preview(body)) {
      case Preview.Malformed(var detail) -> throw new AssertionError(detail);
      case Preview.Invalid(var errors) -> refused(errors);
      case Preview.Valid preview ->
          preview.objections().isEmpty() ? agreed(preview, rule) : refused(preview.objections());
    };
  }

  private Result agreed(Preview.Valid preview, String rule) {
    MeetingDetails details = preview.details();
    List<Instant> shown =
        preview.series().occurrences().stream().map(Occurrence::startsAt).toList();
    String asked = details.start() + " " + details.timeZone() + " " + rule;
    assertThat(shown.getFirst()).isEqualTo(details.start().atZone(details.timeZone()).toInstant());
    assertThat(WebexSeries.starts(WebexBody.of(ID, details), NOW))
        .as("at Webex: %s", asked)
        .isEqualTo(shown);
    List<Instant> outlook = OutlookSeries.starts(GraphBody.of(Composed.of(created(details), seal)));
    assertThat(preview.series().goesOn() ? withinFiveYears(outlook, details) : outlook)
        .as("in Outlook: %s", asked)
        .isEqualTo(shown);
    return new Result.Agreed(shown.size());
  }

  private static List<Instant> withinFiveYears(List<Instant> starts, MeetingDetails details) {
    Instant farthest =
        ZonedDateTime.of(details.start().plusYears(5), details.timeZone()).toInstant();
    return starts.stream().filter(start -> !start.isAfter(farthest)).toList();
  }

  private static Result refused(List<RequestError> errors) {
    return new Result.Refused(errors.getFirst().code());
  }

  private static MeetingCreated created(MeetingDetails details) {
    return new MeetingCreated(
        ID,
        1,
        new Requester("bob", null),
        details,
        "f1e2",
        new JoinDetails(
            URI.create("https://contoso.webex.com/j"), null, null, null, null, null, List.of()),
        new StepRun(Step.CREATE_MEETING, NOW, NOW, 1));
  }
}
