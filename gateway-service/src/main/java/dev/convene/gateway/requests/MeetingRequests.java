package dev.convene.gateway.requests;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.MeetingDetails;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
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
          "joinBeforeHostMinutes");

  private static final int LONGEST_DETAIL = 200;

  private final ObjectReader reader;
  private final InstantSource clock;

  MeetingRequests(JsonMapper mapper, InstantSource clock) {
    this.reader =
        mapper
            .readerFor(JsonNode.class)
            .with(
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.clock = clock;
  }

  /** Reads one body. Never throws for what stands in it. */
  public Reading read(byte[] body) {
    JsonNode root;
    try {
      root = reader.readValue(body);
    } catch (JacksonException e) {
      return new Reading.Malformed(detail(e));
    }
    if (root == null || root.isMissingNode()) {
      return new Reading.Malformed("The body is empty.");
    }
    return read(root);
  }

  private Reading read(JsonNode root) {
    Refusals refusals = new Refusals();
    Fields fields = Fields.of(root, "", FIELDS, refusals);
    if (fields == null) {
      return new Reading.Invalid(refusals.all());
    }
    String title =
        TextRule.TITLE.read(fields, "title", fields.required("title", "1 to 128 characters"));
    String agenda = TextRule.AGENDA.read(fields, "agenda", fields.optional("agenda"));
    String host = Mailbox.read(fields, "host", fields.required("host", Mailbox.ALLOWED));
    MeetingTimes times = MeetingTimes.read(fields, clock.instant());
    List<Attendee> attendees = Attendees.read(fields, host);
    Integer reminder = Minutes.reminder(fields);
    Integer joinBeforeHost = Minutes.joinBeforeHost(fields);
    if (!refusals.isEmpty() || title == null || host == null || times == null) {
      return new Reading.Invalid(refusals.all());
    }
    return new Reading.Valid(
        new MeetingDetails(
            title,
            agenda,
            host,
            times.start(),
            times.end(),
            times.zone(),
            attendees,
            reminder,
            joinBeforeHost),
        times.startsAt(),
        times.endsAt());
  }

  private static String detail(JacksonException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    String shortened =
        message.length() <= LONGEST_DETAIL ? message : message.substring(0, LONGEST_DETAIL) + "…";
    TokenStreamLocation at = e.getLocation();
    return at == null
        ? shortened
        : "Line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), shortened);
  }
}
