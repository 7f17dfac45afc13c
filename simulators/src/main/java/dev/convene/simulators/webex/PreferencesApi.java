package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Notes.Effect;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/meetingPreferences}: sites, and whom a host lets schedule for them. */
final class PreferencesApi {
  private static final String OPTIONS = "/v1/meetingPreferences/schedulingOptions";
  private static final String READ = "meeting:preferences_read";
  private static final String WRITE = "meeting:preferences_write";
  private static final String ADMIN_READ = "meeting:admin_preferences_read";
  private static final String ADMIN_WRITE = "meeting:admin_preferences_write";

  private final Webex webex;

  PreferencesApi(Webex webex) {
    this.webex = webex;
  }

  void routes(Router router) {
    router
        .on("GET", "/v1/meetingPreferences/sites", this::sites)
        .on("GET", OPTIONS, this::read)
        .on("PUT", OPTIONS, this::write)
        .on("POST", OPTIONS + "/delegateEmails/insert", this::insert)
        .on("POST", OPTIONS + "/delegateEmails/delete", this::delete);
  }

  private Reply sites(Call call) {
    webex.access.caller(call, READ, ADMIN_READ);
    ObjectNode body = Json.object();
    body.putArray("sites").addObject().put("siteUrl", Sites.URL).put("default", true);
    return Reply.json(200, body);
  }

  private Reply read(Call call) {
    return shown(host(call, READ, ADMIN_READ));
  }

  private Reply write(Call call) {
    String host = host(call, WRITE, ADMIN_WRITE);
    JsonNode body = MeetingApi.body(call);
    Preferences old = webex.preferences.of(host);
    List<String> delegates =
        body.has("delegateEmails") ? emails(body, "delegateEmails") : old.delegateEmails();
    int minutes = body.path("joinBeforeHostMinutes").asInt(old.joinBeforeHostMinutes());
    boolean join = body.path("enabledJoinBeforeHost").asBoolean(old.joinBeforeHost());
    return changed(call, host, old.with(join, minutes, delegates), this::shown);
  }

  private Reply insert(Call call) {
    String host = host(call, WRITE, ADMIN_WRITE);
    Preferences old = webex.preferences.of(host);
    List<String> delegates = new ArrayList<>(old.delegateEmails());
    delegates.addAll(emails(MeetingApi.body(call), "emails"));
    return changed(
        call,
        host,
        old.with(old.joinBeforeHost(), old.joinBeforeHostMinutes(), delegates),
        this::shown);
  }

  private Reply delete(Call call) {
    String host = host(call, WRITE, ADMIN_WRITE);
    Preferences old = webex.preferences.of(host);
    List<String> delegates = new ArrayList<>(old.delegateEmails());
    delegates.removeAll(emails(MeetingApi.body(call), "emails"));
    return changed(
        call,
        host,
        old.with(old.joinBeforeHost(), old.joinBeforeHostMinutes(), delegates),
        _ -> Reply.empty(204));
  }

  private Reply changed(Call call, String host, Preferences next, Function<String, Reply> answer) {
    if (next.delegateEmails().size() > Preferences.MOST_DELEGATES) {
      throw WebexErrors.invalid("A host may have at most 20 delegates.");
    }
    webex.preferences.set(host, next);
    call.notes().changed(Effect.UPDATED, host, null);
    return answer.apply(host);
  }

  private static List<String> emails(JsonNode body, String name) {
    List<String> emails = new ArrayList<>();
    for (JsonNode item : body.path(name)) {
      String email = item.asString("").toLowerCase(Locale.ROOT);
      if (Seeds.find(email).filter(Person::webexLicence).isEmpty()) {
        throw WebexErrors.invalid(
            "Parameter '" + name + "': '" + email + "' is no host on this site.");
      }
      emails.add(email);
    }
    return emails;
  }

  /** The user named by an administrator, else the caller. */
  private String host(Call call, String scope, String adminScope) {
    Caller caller = webex.access.caller(call, scope, adminScope);
    String named = call.query("userEmail");
    if (named != null && !caller.may(adminScope)) {
      throw WebexErrors.forbidden();
    }
    Person host = named == null ? caller.user() : Seeds.find(named).orElse(null);
    if (host == null || !host.webexLicence()) {
      throw WebexErrors.invalid(
          "Parameter 'userEmail' must name a user on a site that you manage.");
    }
    return host.address();
  }

  private Reply shown(String host) {
    Preferences preferences = webex.preferences.of(host);
    ObjectNode body = Json.object();
    body.put("enabledJoinBeforeHost", preferences.joinBeforeHost());
    body.put("joinBeforeHostMinutes", preferences.joinBeforeHostMinutes());
    preferences.delegateEmails().forEach(body.putArray("delegateEmails")::add);
    return Reply.json(200, body);
  }
}
