package dev.convene.simulators.webex;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** Meetings as the XML API shows them. */
final class XmlMeetingView {
  private XmlMeetingView() {}

  /** All of a meeting, as its host sees it. */
  static XmlNode whole(Meeting meeting, List<Invitee> invitees) {
    Draft draft = meeting.draft();
    XmlNode node = XmlNode.of("meet", "content");
    node.in("accessControl")
        .put("listToPublic", false)
        .put("isPublic", false)
        .put("meetingPassword", meeting.password());
    node.in("metaData")
        .put("confName", draft.title())
        .put("meetingType", 3)
        .putIfGiven("agenda", draft.agenda())
        .put("isInternal", false);
    attendees(node.in("participants").put("maxUserNumber", 1000).in("attendees"), invitees);
    XmlNode schedule = node.in("schedule");
    times(schedule, draft)
        .put("openTime", seconds(draft))
        .put("hostWebExID", meeting.host())
        .put("joinTeleconfBeforeHost", seconds(draft) > 0);
    telephony(node.in("telephony").put("telephonySupport", "CALLIN"));
    XmlRepeat.write(node.in("repeat"), draft, ZoneId.of(draft.timeZone()));
    node.put("meetingkey", meeting.number());
    node.put("status", "NOT_INPROGRESS").put("hostJoined", false);
    node.put("hostKey", meeting.hostKey());
    node.put("meetingLink", meeting.webLink());
    node.put("sipURL", meeting.number() + "@" + meeting.siteUrl());
    return node;
  }

  /** One line of a list. */
  static XmlNode line(Meeting meeting) {
    Draft draft = meeting.draft();
    XmlNode node = XmlNode.of("meet", "meeting");
    node.put("meetingKey", meeting.number())
        .put("confName", draft.title())
        .put("meetingType", 3)
        .put("hostWebExID", meeting.host());
    Zoned zoned = zoned(draft);
    node.put("timeZoneID", zoned.number())
        .put("timeZone", zoned.label())
        .put("status", "NOT_INPROGRESS")
        .put("startDate", XmlMeetingForm.DATE.format(zoned.start()))
        .put("duration", minutes(draft))
        .put("listStatus", "PRIVATE");
    return node;
  }

  private record Zoned(int number, String label, LocalDateTime start) {}

  private static Zoned zoned(Draft draft) {
    OptionalInt known = XmlTimeZones.number(draft.timeZone());
    int number = known.orElse(XmlTimeZones.USUAL);
    XmlTimeZones.Zone zone = Objects.requireNonNull(XmlTimeZones.of(number));
    Instant start = draft.start();
    return new Zoned(number, zone.label(), start.atZone(zone.zone()).toLocalDateTime());
  }

  private static XmlNode times(XmlNode node, Draft draft) {
    Zoned zoned = zoned(draft);
    return node.put("startDate", XmlMeetingForm.DATE.format(zoned.start()))
        .put("timeZoneID", zoned.number())
        .put("timeZone", zoned.label())
        .put("duration", minutes(draft));
  }

  private static long minutes(Draft draft) {
    return Duration.between(draft.start(), draft.end()).toMinutes();
  }

  private static int seconds(Draft draft) {
    var minutes = draft.options().get("joinBeforeHostMinutes");
    return minutes == null ? 0 : minutes.asInt(0) * 60;
  }

  private static void attendees(XmlNode node, List<Invitee> invitees) {
    for (Invitee invitee : invitees) {
      XmlNode person = XmlNode.of("att", "person");
      person.add(XmlNode.text("com", "name", invitee.displayName()));
      person.add(XmlNode.text("com", "email", invitee.email()));
      node.in("attendee").add(person).add(XmlNode.text("att", "role", "ATTENDEE"));
    }
  }

  private static void telephony(XmlNode node) {
    XmlNode numbers = node.in("callInNum");
    numbers.add(XmlNode.text("serv", "tollNum", "+1-415-555-0100"));
    numbers.add(XmlNode.text("serv", "tollFreeNum", "1-800-555-0100"));
    numbers.add(
        XmlNode.of("serv", "globalNum")
            .put("countryAlias", "Germany")
            .put("phoneNumber", "+49-30-23125-0100")
            .put("tollFree", false));
  }
}
