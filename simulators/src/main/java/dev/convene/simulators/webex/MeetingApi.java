package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Notes.Effect;
import dev.convene.simulators.http.Refusal;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.seeds.Person;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /v1/meetings}: create, read, update and delete. */
final class MeetingApi {
  private final Webex webex;
  private final OccurrenceApi occurrences;

  MeetingApi(Webex webex) {
    this.webex = webex;
    this.occurrences = new OccurrenceApi(webex);
  }

  void routes(Router router) {
    router
        .on("POST", "/v1/meetings", this::create)
        .on("GET", "/v1/meetings/{id}", this::read)
        .on("PATCH", "/v1/meetings/{id}", this::update)
        .on("PUT", "/v1/meetings/{id}", this::update)
        .on("DELETE", "/v1/meetings/{id}", this::delete);
  }

  private Reply create(Call call) {
    ZoneId zone = Access.zone(call);
    JsonNode body = body(call);
    Access.Acting acting = webex.access.writing(call, text(body, "hostEmail"));
    Person host = licensed(acting);
    // Counted before the body is looked at: failed attempts use the quota up, too.
    OptionalLong wait = webex.limits.creating(host.address());
    if (wait.isPresent()) {
      return WebexErrors.throttled(wait.getAsLong());
    }
    Draft draft = MeetingForm.read(body, null, webex.now(), webex.refusesUnknownFields());
    Caller caller = acting.caller();
    Meeting meeting =
        webex.store.create(host.address(), Sites.URL, draft, caller.clientId(), webex.now());
    webex.invitees.add(meeting.id(), body.path("invitees"));
    if (body.path("sendEmail").asBoolean(true)) {
      webex.mail(Outbox.Kind.INVITE, meeting);
    }
    call.notes().changed(Effect.CREATED, meeting.id(), meeting.anyTag());
    return shown(meeting, caller, zone);
  }

  private static Person licensed(Access.Acting acting) {
    Person host = acting.host();
    if (host == null) {
      throw WebexErrors.invalid("Parameter 'hostEmail' is required: the caller is no user.");
    }
    if (!host.webexLicence()) {
      throw WebexErrors.forbidden();
    }
    return host;
  }

  private Reply read(Call call) {
    Access.Acting acting = webex.access.reading(call, call.query("hostEmail"));
    String id = call.variable("id");
    if (OccurrenceApi.isOccurrence(id)) {
      return occurrences.read(call, acting, id);
    }
    Meeting meeting = webex.access.meeting(acting, id);
    if (!webex.visible(meeting)) {
      throw WebexErrors.unknownMeeting();
    }
    return shown(meeting, acting.caller(), Access.zone(call));
  }

  private Reply update(Call call) {
    ZoneId zone = Access.zone(call);
    JsonNode body = body(call);
    Access.Acting acting = webex.access.writing(call, text(body, "hostEmail"));
    String id = call.variable("id");
    if (OccurrenceApi.isOccurrence(id)) {
      return occurrences.update(call, acting, id, body);
    }
    webex.access.meeting(acting, id);
    Caller caller = acting.caller();
    Meeting changed =
        webex.store.change(
            id,
            old -> {
              Draft before = withTags(old.draft(), old.tagsOf(caller.clientId()));
              Draft draft =
                  MeetingForm.read(body, before, webex.now(), webex.refusesUnknownFields());
              return old.with(draft, tags(old.tags(), caller.clientId(), draft.tags()));
            });
    if (changed == null) {
      throw WebexErrors.unknownMeeting();
    }
    if (body.path("sendEmail").asBoolean(true)) {
      webex.mail(Outbox.Kind.UPDATE, changed);
    }
    call.notes().changed(Effect.UPDATED, id, changed.anyTag());
    return shown(changed, caller, zone);
  }

  /** A client changes its own tags only. */
  private static Draft withTags(Draft draft, List<String> tags) {
    return new Draft(
        draft.title(),
        draft.agenda(),
        draft.password(),
        draft.start(),
        draft.end(),
        draft.timeZone(),
        draft.recurrence(),
        tags,
        draft.options());
  }

  private static Map<String, List<String>> tags(
      Map<String, List<String>> before, String clientId, List<String> tags) {
    Map<String, List<String>> after = new HashMap<>(before);
    if (tags.isEmpty()) {
      after.remove(clientId);
    } else {
      after.put(clientId, tags);
    }
    return Map.copyOf(after);
  }

  private Reply delete(Call call) {
    Access.Acting acting = webex.access.writing(call, call.query("hostEmail"));
    String id = call.variable("id");
    boolean mail = !"false".equals(call.query("sendEmail"));
    if (OccurrenceApi.isOccurrence(id)) {
      return occurrences.delete(call, acting, id, mail);
    }
    webex.access.meeting(acting, id);
    Meeting deleted = webex.store.change(id, old -> old.deleted(webex.now()));
    if (deleted == null) {
      throw WebexErrors.unknownMeeting();
    }
    if (mail) {
      webex.mail(Outbox.Kind.CANCEL, deleted);
    }
    call.notes().changed(Effect.DELETED, id, deleted.anyTag());
    return Reply.empty(204);
  }

  private Reply shown(Meeting meeting, Caller caller, ZoneId zone) {
    return Reply.json(200, MeetingJson.series(meeting, caller.clientId(), zone, webex.now()));
  }

  /**
   * The body as a JSON object.
   *
   * @throws Refusal 415 or 400 when it is none
   */
  static JsonNode body(Call call) {
    String type = call.header("Content-Type");
    if (type == null || !type.contains("json")) {
      throw WebexErrors.refusal(415, "The Content-Type must be application/json.");
    }
    JsonNode body = call.json();
    if (body == null || !body.isObject()) {
      throw WebexErrors.refusal(400, "The request body is not a JSON object.");
    }
    return body;
  }

  static @Nullable String text(JsonNode body, String name) {
    JsonNode value = body.path(name);
    return value.isString() ? value.stringValue() : null;
  }
}
