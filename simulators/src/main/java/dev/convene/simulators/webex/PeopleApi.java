package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/people/me}. */
final class PeopleApi {
  private final Webex webex;

  PeopleApi(Webex webex) {
    this.webex = webex;
  }

  void routes(Router router) {
    router.on("GET", "/v1/people/me", this::me);
  }

  private Reply me(Call call) {
    Caller caller = webex.access.caller(call, "spark:people_read", "spark:all");
    Person user = caller.user();
    if (user == null) {
      throw WebexErrors.forbidden();
    }
    ObjectNode me = Json.object();
    me.put("id", user.id().toString());
    me.putArray("emails").add(user.address());
    me.put("displayName", user.name());
    me.put(
        "orgId", UUID.nameUUIDFromBytes(Seeds.TENANT.getBytes(StandardCharsets.UTF_8)).toString());
    me.putArray("roles");
    ArrayNode licences = me.putArray("licenses");
    if (user.webexLicence()) {
      licences.add("meetings");
      me.putArray("siteUrls").add(Sites.URL);
    }
    me.put("type", "person");
    return Reply.json(200, me);
  }
}
