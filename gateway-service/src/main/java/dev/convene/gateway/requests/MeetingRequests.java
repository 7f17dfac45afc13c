package dev.convene.gateway.requests;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.MeetingDetails;
import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.series.Series;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests for meetings: as a tree, so that everything wrong is found at once. */
@Component
public class MeetingRequests {

  static final List<String> FIELDS =
      List.of(
          "title",
          "agenda",
          "host",
          "start",
          "end",
          "timeZone",
          "attendees",
          "reminderMinutes",
          "joinBeforeHostMinutes",
          "recurrence");

  private final Json json;
  private final InstantSource clock;

  MeetingRequests(JsonMapper mapper, InstantSource clock) {
    this.json = new Json(mapper);
    this.clock = clock;
  }

  /** Reads one body. Never throws for what stands in it. */
  public Reading read(byte[] body) {
    return switch (preview(body)) {
      case Preview.Malformed(var detail) -> new Reading.Malformed(detail);
      case Preview.Invalid(var errors) -> new Reading.Invalid(errors);
      case Preview.Valid valid -> scheduled(valid);
    };
  }

  private static Reading scheduled(Preview.Valid valid) {
    Series series = valid.series();
    if (!valid.objections().isEmpty()) {
      return new Reading.Invalid(valid.objections());
    }
    return new Reading.Valid(
        valid.details(), series.occurrences().getFirst().startsAt(), series.endsAt());
  }

  /**
   * Reads one body as far as is needed to say when the meeting would take place. Never throws for
   * what stands in it.
   */
  public Preview preview(byte[] body) {
    return switch (json.read(body)) {
      case Json.Root.Malformed(var detail) -> new Preview.Malformed(detail);
      case Json.Root.Value(var root) -> preview(root);
    };
  }

  private Preview preview(JsonNode root) {
    Refusals refusals = new Refusals();
    Fields fields = Fields.of(root, "", FIELDS, refusals);
    if (fields == null) {
      return new Preview.Invalid(refusals.all());
    }
    String title =
        TextRule.TITLE.read(fields, "title", fields.required("title", "1 to 128 characters"));
    String agenda = TextRule.AGENDA.read(fields, "agenda", fields.optional("agenda"));
    String host = Mailbox.read(fields, "host", fields.required("host", Mailbox.ALLOWED));
    MeetingTimes times = MeetingTimes.read(fields, clock.instant());
    List<Attendee> attendees = Attendees.read(fields, host);
    Integer reminder = Minutes.reminder(fields);
    Integer joinBeforeHost = Minutes.joinBeforeHost(fields);
    Series series = Repetition.read(fields, times);
    if (!refusals.isEmpty() || title == null || host == null || times == null || series == null) {
      return new Preview.Invalid(refusals.all());
    }
    List<RequestError> objections = Repetition.objections(fields, series);
    return new Preview.Valid(
        new MeetingDetails(
            title,
            agenda,
            host,
            times.start(),
            times.end(),
            times.zone(),
            attendees,
            reminder,
            joinBeforeHost,
            objections.isEmpty() ? series.recurrence() : null),
        series,
        objections);
  }
}
