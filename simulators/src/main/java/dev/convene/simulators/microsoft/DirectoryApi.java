package dev.convene.simulators.microsoft;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.microsoft.calendar.Mailboxes;
import dev.convene.simulators.microsoft.directory.Directory;
import dev.convene.simulators.microsoft.directory.DirectoryJson;
import dev.convene.simulators.microsoft.entra.Caller;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import dev.convene.simulators.microsoft.odata.QueryOptions;
import dev.convene.simulators.seeds.Person;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** People, groups and rooms over HTTP. */
final class DirectoryApi {
  private static final String METADATA = "https://graph.microsoft.com/v1.0/$metadata#";

  /** Casts are written with either; the SDKs write the short one. */
  private static final List<String> NAMESPACES = List.of("microsoft.graph", "graph");

  private static final String[] READ_USERS = {
    "User.Read.All", "User.ReadBasic.All", "Directory.Read.All"
  };
  private static final String[] READ_GROUPS = {
    "GroupMember.Read.All", "Group.Read.All", "Directory.Read.All"
  };

  private final Access access;
  private final Mailboxes mailboxes;
  private final Directory directory;
  private final Pages pages;
  private final GraphReplies replies;

  DirectoryApi(
      Access access, Mailboxes mailboxes, Directory directory, Pages pages, GraphReplies replies) {
    this.access = access;
    this.mailboxes = mailboxes;
    this.directory = directory;
    this.pages = pages;
    this.replies = replies;
  }

  void routes(Router router) {
    router
        .on("GET", "/v1.0/me", replies.wording(this::me))
        .on("GET", "/v1.0/users", replies.wording(this::users))
        .on("GET", "/v1.0/users/{user}", replies.wording(this::user))
        .on("GET", "/v1.0/groups", replies.wording(this::groups))
        .on("GET", "/v1.0/groups/{id}", replies.wording(this::group));
    for (String namespace : NAMESPACES) {
      router
          .on("GET", "/v1.0/places/" + namespace + ".room", replies.wording(this::rooms))
          .on(
              "GET",
              "/v1.0/groups/{id}/members/" + namespace + ".user",
              replies.wording(call -> members(call, false, true)))
          .on(
              "GET",
              "/v1.0/groups/{id}/transitiveMembers/" + namespace + ".user",
              replies.wording(call -> members(call, true, true)));
    }
    router
        .on(
            "GET",
            "/v1.0/groups/{id}/members",
            replies.wording(call -> members(call, false, false)))
        .on(
            "GET",
            "/v1.0/groups/{id}/transitiveMembers",
            replies.wording(call -> members(call, true, false)));
  }

  private Reply me(Call call) {
    Person person = access.person(call);
    need(call, "User.Read", "User.ReadWrite", "User.Read.All", "User.ReadBasic.All");
    return GraphReplies.json(200, entity("users/$entity", DirectoryJson.user(person)));
  }

  private Reply user(Call call) {
    String id = call.variable("user");
    Caller caller = access.caller(call);
    if (!id.equalsIgnoreCase(caller.user())) {
      need(call, READ_USERS);
    }
    Person person =
        mailboxes
            .person(id.toLowerCase(Locale.ROOT))
            .orElseThrow(() -> GraphErrors.unknownResource(id).refused());
    // Makes the id known, for somebody who exists only since being asked for.
    mailboxes.of(person);
    return GraphReplies.json(200, entity("users/$entity", DirectoryJson.user(person)));
  }

  private Reply users(Call call) {
    need(call, READ_USERS);
    return page(call, "users", directory.users(options(call), consistency(call)));
  }

  private Reply groups(Call call) {
    need(call, READ_GROUPS);
    return page(call, "groups", directory.groups(options(call), consistency(call)));
  }

  private Reply group(Call call) {
    need(call, READ_GROUPS);
    return GraphReplies.json(
        200, entity("groups/$entity", directory.group(call.variable("id"), options(call))));
  }

  private Reply members(Call call, boolean nested, boolean usersOnly) {
    need(call, READ_GROUPS);
    Caller caller = access.caller(call);
    return page(
        call,
        usersOnly ? "users" : "directoryObjects",
        directory.members(
            call.variable("id"),
            options(call),
            consistency(call),
            nested,
            usersOnly,
            !caller.may(READ_USERS),
            caller.may("Member.Read.Hidden")));
  }

  private Reply rooms(Call call) {
    need(call, "Place.Read.All");
    return page(call, "places/microsoft.graph.room", directory.rooms());
  }

  private void need(Call call, String... oneOf) {
    if (!access.caller(call).may(oneOf)) {
      throw GraphErrors.directoryDenied().refused();
    }
  }

  private Reply page(Call call, String what, List<ObjectNode> all) {
    return GraphReplies.json(
        200, pages.page(call, METADATA + what, all, 100, Json.MAPPER::writeValueAsString));
  }

  private static ObjectNode entity(String what, ObjectNode node) {
    ObjectNode entity = Json.object().put("@odata.context", METADATA + what);
    entity.setAll(node);
    return entity;
  }

  private static QueryOptions options(Call call) {
    return new QueryOptions(call.query());
  }

  private static @Nullable String consistency(Call call) {
    return call.header("ConsistencyLevel");
  }
}
