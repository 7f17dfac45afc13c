package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The truth for checkers: what is there, deleted or not, and what was mailed. */
final class WebexControls {
  private final Webex webex;

  WebexControls(Webex webex) {
    this.webex = webex;
  }

  void routes(Router router) {
    router.on("GET", "/_sim/meetings", this::meetings).on("GET", "/_sim/outbox", this::outbox);
  }

  private Reply meetings(Call call) {
    String tag = call.query("tag");
    String host = call.query("host");
    if (tag == null && host == null) {
      return Reply.json(400, Json.object().put("message", "tag or host must be given"));
    }
    String agenda = call.query("agenda");
    String address = host == null ? "" : host.toLowerCase(Locale.ROOT);
    Stream<Meeting> found =
        tag != null ? webex.store.taggedByAnyone(tag) : webex.store.newestOf(address);
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    found
        .filter(meeting -> host == null || meeting.host().equals(address))
        .filter(meeting -> agenda == null || agenda(meeting).contains(agenda))
        .forEach(meeting -> items.add(truth(meeting)));
    return Reply.json(200, body);
  }

  private static String agenda(Meeting meeting) {
    String agenda = meeting.draft().agenda();
    return agenda == null ? "" : agenda;
  }

  private static ObjectNode truth(Meeting meeting) {
    Draft draft = meeting.draft();
    ObjectNode json = Json.object();
    json.put("id", meeting.id());
    json.put("meetingNumber", meeting.number());
    json.put("title", draft.title());
    json.put("hostEmail", meeting.host());
    json.put("start", draft.start().toString());
    json.put("end", draft.end().toString());
    json.put("timezone", draft.timeZone());
    if (draft.recurrence() != null) {
      json.put("recurrence", draft.recurrence());
      ArrayNode starts = json.putArray("occurrences");
      Occurrence.of(meeting).forEach(one -> starts.add(one.start().toString()));
    }
    json.put("webLink", meeting.webLink());
    List<String> tags = new ArrayList<>();
    meeting.tags().values().forEach(tags::addAll);
    tags.forEach(json.putArray("integrationTags")::add);
    json.put("createdAt", meeting.createdAt().toString());
    json.put("deleted", !meeting.live());
    if (meeting.deletedAt() != null) {
      json.put("deletedAt", meeting.deletedAt().toString());
    }
    return json;
  }

  private Reply outbox(Call call) {
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    webex
        .outbox
        .read(call.query("mailbox"), call.query("ref"))
        .forEach(mail -> items.add(mail.json()));
    return Reply.json(200, body);
  }
}
