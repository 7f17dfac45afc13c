package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/meetingInvitees}. */
final class InviteeApi {
  private static final int MOST_AT_ONCE = 100;
  private static final int USUAL_MAX = 10;

  private final Webex webex;

  InviteeApi(Webex webex) {
    this.webex = webex;
  }

  void routes(Router router) {
    router
        .on("GET", "/v1/meetingInvitees", this::list)
        .on("POST", "/v1/meetingInvitees", this::add)
        .on("POST", "/v1/meetingInvitees/bulkInsert", this::addMany)
        .on("GET", "/v1/meetingInvitees/{id}", this::read)
        .on("PUT", "/v1/meetingInvitees/{id}", this::update)
        .on("DELETE", "/v1/meetingInvitees/{id}", this::delete);
  }

  private Reply list(Call call) {
    Access.Acting acting = webex.access.reading(call, call.query("hostEmail"));
    String meetingId = call.query("meetingId");
    if (meetingId == null) {
      throw WebexErrors.invalid("Parameter 'meetingId' is required.");
    }
    meeting(acting, meetingId);
    int max = max(call.query("max"));
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    webex.invitees.of(meetingId).stream().limit(max).forEach(one -> items.add(one.json()));
    return Reply.json(200, body);
  }

  private static int max(@Nullable String text) {
    if (text == null) {
      return USUAL_MAX;
    }
    if (!text.matches("[1-9][0-9]?|100")) {
      throw WebexErrors.invalid("Parameter 'max' must be from 1 to 100.");
    }
    return Integer.parseInt(text);
  }

  private Reply add(Call call) {
    JsonNode body = MeetingApi.body(call);
    Meeting meeting = writable(call, body);
    Invitee.problem(body)
        .ifPresent(text -> {
          throw WebexErrors.invalid("Parameter " + text);
        });
    List<Invitee> added = webex.invitees.add(id(body), List.of(body));
    if (added == null) {
      throw WebexErrors.refusal(409, "User is already a meeting invitee.");
    }
    mail(Outbox.Kind.INVITE, meeting, added.getFirst(), body);
    return Reply.json(200, added.getFirst().json());
  }

  private Reply addMany(Call call) {
    JsonNode body = MeetingApi.body(call);
    Meeting meeting = writable(call, body);
    JsonNode items = body.path("items");
    if (items.isEmpty() || items.size() > MOST_AT_ONCE) {
      throw WebexErrors.invalid("Parameter 'items' must have 1 to 100 items.");
    }
    Problems problems = new Problems();
    items.forEach(item -> Invitee.problem(item).ifPresent(problems::add));
    problems.refuseIfAny();
    List<Invitee> added = webex.invitees.add(id(body), items);
    if (added == null) {
      return WebexErrors.reply(409, "Some users in the list have been invited.", List.of());
    }
    ObjectNode reply = Json.object();
    ArrayNode shown = reply.putArray("items");
    for (int i = 0; i < added.size(); i++) {
      shown.add(added.get(i).json());
      mail(Outbox.Kind.INVITE, meeting, added.get(i), items.get(i));
    }
    return Reply.json(200, reply);
  }

  private Reply read(Call call) {
    Access.Acting acting = webex.access.reading(call, call.query("hostEmail"));
    return Reply.json(200, find(acting, call.variable("id")).json());
  }

  private Reply update(Call call) {
    JsonNode body = MeetingApi.body(call);
    Access.Acting acting = webex.access.writing(call, MeetingApi.text(body, "hostEmail"));
    Invitee old = find(acting, call.variable("id"));
    Invitee.problem(body)
        .ifPresent(text -> {
          throw WebexErrors.invalid("Parameter " + text);
        });
    Invitee given = Invitee.from(body, old.meetingId(), 0);
    Invitee next =
        new Invitee(old.id(), old.meetingId(), given.email(), given.displayName(), given.coHost());
    webex.invitees.replace(old, next);
    mail(Outbox.Kind.UPDATE, meeting(acting, old.meetingId()), next, body);
    return Reply.json(200, next.json());
  }

  private Reply delete(Call call) {
    Access.Acting acting = webex.access.writing(call, call.query("hostEmail"));
    Invitee old = find(acting, call.variable("id"));
    webex.invitees.replace(old, null);
    if (!"false".equals(call.query("sendEmail"))) {
      Meeting meeting = meeting(acting, old.meetingId());
      webex.outbox.send(Outbox.Kind.CANCEL, meeting, List.of(old.email()), webex.now());
    }
    return Reply.empty(204);
  }

  private void mail(Outbox.Kind kind, Meeting meeting, Invitee to, JsonNode given) {
    if (given.path("sendEmail").asBoolean(true)) {
      webex.outbox.send(kind, meeting, List.of(to.email()), webex.now());
    }
  }

  private Meeting writable(Call call, JsonNode body) {
    Access.Acting acting = webex.access.writing(call, MeetingApi.text(body, "hostEmail"));
    return meeting(acting, id(body));
  }

  private static String id(JsonNode body) {
    String id = MeetingApi.text(body, "meetingId");
    if (id == null) {
      throw WebexErrors.invalid("Parameter 'meetingId' is required.");
    }
    return id;
  }

  /** Of a series, or of the series that a single date belongs to. */
  private Meeting meeting(Access.Acting acting, String id) {
    int mark = id.indexOf('_');
    return webex.access.meeting(acting, mark < 0 ? id : id.substring(0, mark));
  }

  private Invitee find(Access.Acting acting, String id) {
    Invitee found = webex.invitees.find(id);
    if (found == null) {
      throw WebexErrors.refusal(404, "The meeting invitee could not be found.");
    }
    meeting(acting, found.meetingId());
    return found;
  }
}
