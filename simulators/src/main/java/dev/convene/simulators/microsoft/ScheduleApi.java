package dev.convene.simulators.microsoft;

import static dev.convene.simulators.microsoft.calendar.Shares.Right.READ;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.microsoft.calendar.Availability;
import dev.convene.simulators.microsoft.calendar.Availability.Busy;
import dev.convene.simulators.microsoft.calendar.CalendarView;
import dev.convene.simulators.microsoft.calendar.Mailbox;
import dev.convene.simulators.microsoft.calendar.Mailboxes;
import dev.convene.simulators.microsoft.calendar.TimeZones;
import dev.convene.simulators.microsoft.odata.GraphError;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import dev.convene.simulators.microsoft.settings.Switches;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is busy when: getSchedule, and the calendar view. */
final class ScheduleApi {
  private static final int MOST_SCHEDULES = 20;
  private static final Duration LONGEST_SCHEDULE = Duration.ofDays(62);
  private static final Duration LONGEST_VIEW = Duration.ofDays(1825);

  private final Access access;
  private final Mailboxes mailboxes;
  private final CalendarView view;
  private final Pages pages;
  private final GraphReplies replies;
  private final Switches switches;

  ScheduleApi(
      Access access,
      Mailboxes mailboxes,
      CalendarView view,
      Pages pages,
      GraphReplies replies,
      Switches switches) {
    this.access = access;
    this.mailboxes = mailboxes;
    this.view = view;
    this.pages = pages;
    this.replies = replies;
    this.switches = switches;
  }

  void routes(Router router) {
    for (String owner : EventsApi.OWNERS) {
      router
          .on("POST", owner + "/calendar/getSchedule", replies.wording(this::schedules))
          .on("GET", owner + "/calendarView", replies.wording(this::view))
          .on("GET", owner + "/calendar/calendarView", replies.wording(this::view))
          .on("GET", owner + "/calendars/{calendar}/calendarView", replies.wording(this::view));
    }
  }

  private Reply view(Call call) {
    Mailbox mailbox = access.mailbox(call, READ);
    Instant from = CalendarView.instant(call.query("startDateTime"));
    Instant to = CalendarView.instant(call.query("endDateTime"));
    if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST_VIEW) > 0) {
      throw GraphErrors.invalidRequest(
              "The requested time range must be from 0 to " + LONGEST_VIEW.toDays() + " days.")
          .refused();
    }
    String page =
        pages.page(
            call,
            "https://graph.microsoft.com/v1.0/$metadata#Collection(event)",
            view.between(mailbox, EventsApi.look(call), from, to),
            switches.eventsPage().get(),
            json -> json);
    return GraphReplies.json(200, page);
  }

  private Reply schedules(Call call) {
    access.mailbox(call, READ);
    ObjectNode body = GraphBody.object(call);
    JsonNode schedules = body.path("schedules");
    Instant from = instant(body.path("startTime"));
    Instant to = instant(body.path("endTime"));
    int minutes = body.path("availabilityViewInterval").asInt(30);
    check(schedules, from, to, minutes);
    ObjectNode answer =
        Json.object()
            .put(
                "@odata.context",
                "https://graph.microsoft.com/v1.0/$metadata#Collection(scheduleInformation)");
    ArrayNode value = answer.putArray("value");
    for (JsonNode address : schedules) {
      value.add(schedule(address.asString(""), from, to, Duration.ofMinutes(minutes)));
    }
    return GraphReplies.json(200, answer);
  }

  private static void check(JsonNode schedules, Instant from, Instant to, int minutes) {
    if (!schedules.isArray() || schedules.isEmpty() || schedules.size() > MOST_SCHEDULES) {
      throw GraphErrors.invalidRequest("schedules has from 1 to " + MOST_SCHEDULES + " addresses.")
          .refused();
    }
    if (minutes < 5 || minutes > 1440) {
      throw GraphErrors.invalidRequest("availabilityViewInterval is from 5 to 1440 minutes.")
          .refused();
    }
    if (!from.isBefore(to)) {
      throw GraphErrors.propertyValidation("The endTime must be after the startTime.").refused();
    }
    if (Duration.between(from, to).compareTo(LONGEST_SCHEDULE) > 0) {
      throw new GraphError(
              400,
              "ErrorTimeIntervalTooBig",
              "The requested time duration specified for FreeBusyViewOptions.TimeWindow is not"
                  + " within the allowed limits: 62 days.")
          .refused();
    }
  }

  private ObjectNode schedule(String address, Instant from, Instant to, Duration interval) {
    ObjectNode one = Json.object().put("scheduleId", address);
    Optional<Mailbox> mailbox = mailboxes.at(address);
    if (mailbox.isEmpty()) {
      one.putNull("scheduleItems").put("availabilityView", "");
      one.putObject("error")
          .put("message", "The mailbox of " + address + " was not found.")
          .put("responseCode", "5016");
      return one;
    }
    List<Busy> meetings = Availability.between(mailbox.get(), from, to);
    one.put("availabilityView", Availability.view(meetings, from, to, interval));
    ArrayNode items = one.putArray("scheduleItems");
    meetings.forEach(busy -> items.add(Availability.json(busy)));
    ObjectNode hours = one.putObject("workingHours");
    List.of("monday", "tuesday", "wednesday", "thursday", "friday")
        .forEach(hours.putArray("daysOfWeek")::add);
    hours.put("startTime", "08:00:00.0000000").put("endTime", "17:00:00.0000000");
    hours.putObject("timeZone").put("name", "UTC");
    return one;
  }

  private static Instant instant(JsonNode time) {
    String zone = time.path("timeZone").asString("");
    return CalendarView.local(time.path("dateTime").asString(""))
        .atZone(TimeZones.zone(zone))
        .toInstant();
  }
}
