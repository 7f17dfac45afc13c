package dev.convene.simulators.webex;

import dev.convene.simulators.http.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what {@code CreateMeeting} was given. */
final class XmlMeetingForm {
  static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  /** As the schema has it. */
  private static final int MAX_AGENDA = 2500;

  private static final int MAX_PASSWORD = 16;

  /** Guessed: the schema sets no bound. */
  private static final int MAX_NAME = 512;

  /** Of an account that says nothing else. */
  private static final int USUAL_MINUTES = 60;

  private static final Set<String> PARTS =
      Set.of(
          "accessControl",
          "metaData",
          "participants",
          "enableOptions",
          "schedule",
          "telephony",
          "tracking",
          "repeat",
          "remind",
          "attendeeOptions",
          "assistService");

  private XmlMeetingForm() {}

  /**
   * What the meeting shall be.
   *
   * @throws dev.convene.simulators.http.Refusal for the first thing that is wrong
   */
  static Draft read(XmlElement content, Instant now) {
    for (XmlElement part : content.children()) {
      require(PARTS.contains(part.name()), "validation: unexpected element " + part.name());
    }
    String name = content.text("metaData/confName");
    require(name != null && name.length() <= MAX_NAME, "validation: confName");
    String agenda = content.text("metaData/agenda");
    require(agenda == null || agenda.length() <= MAX_AGENDA, "validation: agenda");
    XmlTimeZones.Zone zone =
        XmlTimeZones.of(number(content, "schedule/timeZoneID", XmlTimeZones.USUAL));
    if (zone == null) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, "validation: timeZoneID");
    }
    Instant start = start(content.text("schedule/startDate")).atZone(zone.zone()).toInstant();
    require(!start.isBefore(Times.toMinute(now)), "The meeting start time has passed");
    int minutes = number(content, "schedule/duration", USUAL_MINUTES);
    require(minutes > 0 && minutes <= 1440, "validation: duration");
    return new Draft(
        name == null ? "" : name,
        agenda,
        password(content.text("accessControl/meetingPassword")),
        start,
        start.plus(Duration.ofMinutes(minutes)),
        zone.zone().getId(),
        XmlRepeat.rule(content.at("repeat"), start.atZone(zone.zone())),
        List.of(),
        options(content));
  }

  private static LocalDateTime start(@Nullable String text) {
    try {
      return Times.toMinute(LocalDateTime.parse(text == null ? "" : text, DATE));
    } catch (DateTimeException _) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, "validation: startDate");
    }
  }

  private static String password(@Nullable String password) {
    if (password == null) {
      throw XmlReplies.refusal(XmlReplies.NO_PASSWORD, "Meeting password must not be null");
    }
    require(
        password.length() <= MAX_PASSWORD && Passwords.refused(password).isEmpty(),
        "The meeting password does not meet the site's rules");
    return password;
  }

  /** What both APIs know is kept as the REST API names it. */
  private static Map<String, JsonNode> options(XmlElement content) {
    int openSeconds = number(content, "schedule/openTime", 0);
    Map<String, JsonNode> options = new LinkedHashMap<>();
    options.put("enabledJoinBeforeHost", Json.MAPPER.valueToTree(openSeconds > 0));
    options.put("joinBeforeHostMinutes", Json.MAPPER.valueToTree(openSeconds / 60));
    return Map.copyOf(options);
  }

  private static int number(XmlElement content, String path, int usual) {
    String text = content.text(path);
    if (text == null) {
      return usual;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, "validation: " + path);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, otherwise);
    }
  }
}
