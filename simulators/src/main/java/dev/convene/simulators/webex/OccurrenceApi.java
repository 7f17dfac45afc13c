package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Notes.Effect;
import dev.convene.simulators.http.Reply;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Single dates of a series: ids with the due time behind the series' id. */
final class OccurrenceApi {
  private final Webex webex;

  OccurrenceApi(Webex webex) {
    this.webex = webex;
  }

  static boolean isOccurrence(String id) {
    return id.indexOf('_') > 0;
  }

  Reply read(Call call, Access.Acting acting, String id) {
    Occurrence found = find(acting, id);
    if (!webex.visible(found.series())) {
      throw WebexErrors.unknownMeeting();
    }
    return shown(call, acting, found);
  }

  Reply update(Call call, Access.Acting acting, String id, JsonNode body) {
    Access.zone(call);
    Occurrence found = find(acting, id);
    if (body.has("integrationTags") || body.has("recurrence")) {
      throw WebexErrors.invalid(
          "Parameter 'integrationTags' or 'recurrence' cannot be changed for one occurrence.");
    }
    Draft series = found.series().draft();
    Draft before =
        new Draft(
            found.title(),
            found.agenda(),
            series.password(),
            found.start(),
            found.end(),
            series.timeZone(),
            null,
            List.of(),
            series.options());
    Draft after = MeetingForm.read(body, before, webex.now(), webex.refusesUnknownFields());
    staysInItsInterval(found, after.start());
    return changed(
        call,
        acting,
        found,
        new Occurrence.Change(after.start(), after.end(), after.title(), after.agenda(), false),
        body.path("sendEmail").asBoolean(true));
  }

  /** From the day it is due, in the series' zone, up to the day that the next one is due. */
  private static void staysInItsInterval(Occurrence one, Instant start) {
    ZoneId zone = ZoneId.of(one.series().draft().timeZone());
    List<Instant> dues = Occurrence.dues(one.series().draft());
    int at = dues.indexOf(one.due());
    boolean early = at > 0 && start.isBefore(day(one.due(), zone));
    boolean late = at < dues.size() - 1 && !start.isBefore(day(dues.get(at + 1), zone));
    if (early || late) {
      throw WebexErrors.invalid("meeting.err.two_meeting_schedule_at_same_day");
    }
  }

  private static Instant day(Instant time, ZoneId zone) {
    return time.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  Reply delete(Call call, Access.Acting acting, String id, boolean mail) {
    Occurrence found = find(acting, id);
    changed(
        call,
        acting,
        found,
        new Occurrence.Change(found.start(), found.end(), found.title(), null, true),
        mail);
    return Reply.empty(204);
  }

  private Reply changed(
      Call call, Access.Acting acting, Occurrence one, Occurrence.Change change, boolean mail) {
    Meeting series = webex.store.change(one.series().id(), old -> old.with(one.due(), change));
    if (series == null) {
      throw WebexErrors.unknownMeeting();
    }
    if (mail) {
      webex.mail(change.deleted() ? Outbox.Kind.CANCEL : Outbox.Kind.UPDATE, series);
    }
    call.notes()
        .changed(change.deleted() ? Effect.DELETED : Effect.UPDATED, one.id(), series.anyTag());
    Occurrence shown =
        new Occurrence(
            series, one.due(), change.start(), change.end(), change.title(), change.agenda(), true);
    return shown(call, acting, shown);
  }

  private Reply shown(Call call, Access.Acting acting, Occurrence one) {
    String client = acting.caller().clientId();
    return Reply.json(200, MeetingJson.occurrence(one, client, Access.zone(call), webex.now()));
  }

  private Occurrence find(Access.Acting acting, String id) {
    if (id.contains("_I_")) {
      throw WebexErrors.invalid("Meeting ID '" + id + "' is not allowed for this API.");
    }
    Meeting series = webex.access.meeting(acting, id.substring(0, id.indexOf('_')));
    return Occurrence.of(series).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(WebexErrors::unknownMeeting);
  }
}
