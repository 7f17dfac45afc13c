package dev.convene.simulators.webex;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Meetings as Webex shows them to a caller. */
final class MeetingJson {
  private MeetingJson() {}

  /**
   * A series.
   *
   * @param zone of the answer
   */
  static ObjectNode series(Meeting meeting, String clientId, ZoneId zone, Instant now) {
    Draft draft = meeting.draft();
    ObjectNode json = Json.object();
    json.put("id", meeting.id());
    json.put("meetingNumber", meeting.number());
    json.put("title", draft.title());
    if (draft.agenda() != null) {
      json.put("agenda", draft.agenda());
    }
    json.put("meetingType", "meetingSeries");
    json.put("state", over(meeting, now) ? "expired" : "active");
    times(json, draft.start(), draft.end(), zone);
    if (draft.recurrence() != null) {
      json.put("recurrence", draft.recurrence());
    }
    common(json, meeting, clientId);
    return json;
  }

  /** One date of a series. */
  static ObjectNode occurrence(Occurrence one, String clientId, ZoneId zone, Instant now) {
    Meeting meeting = one.series();
    ObjectNode json = Json.object();
    json.put("id", one.id());
    json.put("meetingSeriesId", meeting.id());
    json.put("meetingNumber", meeting.number());
    json.put("title", one.title());
    if (one.agenda() != null) {
      json.put("agenda", one.agenda());
    }
    json.put("meetingType", "scheduledMeeting");
    // Nobody ever joins a simulated meeting.
    json.put("state", one.end().isBefore(now) ? "missed" : "scheduled");
    json.put("isModified", one.modified());
    times(json, one.start(), one.end(), zone);
    common(json, meeting, clientId);
    return json;
  }

  private static boolean over(Meeting meeting, Instant now) {
    if (!meeting.draft().end().isBefore(now)) {
      return false;
    }
    return !meeting.recurring()
        || Occurrence.of(meeting).stream().noneMatch(one -> !one.end().isBefore(now));
  }

  private static void times(ObjectNode json, Instant start, Instant end, ZoneId zone) {
    json.put("timezone", zone.getId());
    json.put("start", Times.write(start, zone));
    json.put("end", Times.write(end, zone));
  }

  private static void common(ObjectNode json, Meeting meeting, String clientId) {
    Person host = Seeds.find(meeting.host()).orElseThrow();
    json.put("password", meeting.password());
    json.put("phoneAndVideoSystemPassword", meeting.numericPassword());
    json.put("hostUserId", host.id().toString());
    json.put("hostDisplayName", host.name());
    json.put("hostEmail", host.address());
    json.put("hostKey", meeting.hostKey());
    json.put("siteUrl", meeting.siteUrl());
    json.put("webLink", meeting.webLink());
    json.put("sipAddress", meeting.number() + "@" + meeting.siteUrl());
    json.put("dialInIpAddress", "192.0.2.10");
    json.put("scheduledType", "meeting");
    json.put("enabledAutoRecordMeeting", false);
    json.put("allowAnyUserToBeCoHost", false);
    json.put("enabledJoinBeforeHost", false);
    json.put("enableConnectAudioBeforeHost", false);
    json.put("joinBeforeHostMinutes", 0);
    json.put("excludePassword", false);
    json.put("publicMeeting", false);
    json.put("enableAutomaticLock", false);
    json.put("unlockedMeetingJoinSecurity", "allowJoinWithLobby");
    json.put("enabledBreakoutSessions", false);
    // What was given wins over the site's usual values.
    meeting.draft().options().forEach(json::set);
    json.set("telephony", telephony(meeting));
    List<String> tags = meeting.tagsOf(clientId);
    if (!tags.isEmpty()) {
      tags.forEach(json.putArray("integrationTags")::add);
    }
  }

  private static ObjectNode telephony(Meeting meeting) {
    ObjectNode telephony = Json.object().put("accessCode", meeting.number());
    ArrayNode numbers = telephony.putArray("callInNumbers");
    number(numbers, "US Toll", "+1-415-555-0100", "toll");
    number(numbers, "Germany Toll", "+49-30-23125-0100", "toll");
    number(numbers, "US Toll Free", "1-800-555-0100", "tollFree");
    telephony
        .putArray("links")
        .addObject()
        .put("rel", "globalCallinNumbers")
        .put("href", "/v1/meetings/" + meeting.id() + "/globalCallinNumbers")
        .put("method", "GET");
    return telephony;
  }

  private static void number(ArrayNode numbers, String label, String number, String type) {
    numbers.addObject().put("label", label).put("callInNumber", number).put("tollType", type);
  }
}
