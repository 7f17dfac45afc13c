package dev.convene.simulators.microsoft.directory;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.directory.Group.Member;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Writes people, groups and rooms as Graph does. */
public final class DirectoryJson {
  private DirectoryJson() {}

  /** A user. */
  public static ObjectNode user(Person person) {
    int blank = person.name().indexOf(' ');
    ObjectNode user = Json.object();
    user.putArray("businessPhones");
    user.put("displayName", person.name())
        .put("givenName", blank < 0 ? person.name() : person.name().substring(0, blank))
        .putNull("jobTitle")
        .put("mail", person.address())
        .putNull("mobilePhone")
        .putNull("officeLocation")
        .putNull("preferredLanguage")
        .put("surname", blank < 0 ? "" : person.name().substring(blank + 1))
        .put("userPrincipalName", person.address())
        .put("id", person.id().toString());
    return user;
  }

  /** A room, as places have it. */
  public static ObjectNode room(Person room) {
    int seats = room.name().indexOf('(');
    return Json.object()
        .put("id", room.id().toString())
        .put("displayName", seats < 0 ? room.name() : room.name().substring(0, seats).strip())
        .put("emailAddress", room.address())
        .put("capacity", room.address().contains("aurora") ? 12 : 6)
        .put("bookingType", "standard")
        .put("building", "Headquarters")
        .put("floorNumber", 1)
        .put("isWheelChairAccessible", true);
  }

  /** A group. */
  static ObjectNode group(Group group) {
    ObjectNode node =
        Json.object()
            .put("id", group.id().toString())
            .put("displayName", group.name())
            .put("mail", group.address())
            .put("mailEnabled", group.address() != null)
            .put("mailNickname", group.name().toLowerCase(Locale.ROOT))
            .put("securityEnabled", group.security())
            .put("visibility", group.hidden() ? "HiddenMembership" : null);
    node.putArray("groupTypes");
    return node;
  }

  /**
   * A member of a group, with its type.
   *
   * @param limited names only type and id, as for a caller who may not read users
   */
  static ObjectNode member(Member member, boolean limited) {
    ObjectNode node =
        switch (member) {
          case Member.User(String address) ->
              typed("user", user(Seeds.find(address).orElseThrow()));
          case Member.Nested(String name) -> typed("group", group(TenantGroups.named(name)));
          case Member.Device(String name) ->
              typed(
                  "device",
                  Json.object()
                      .put("id", Group.idOf("device", name).toString())
                      .put("displayName", name));
        };
    if (limited && member instanceof Member.User) {
      Set<String> names = new HashSet<>(node.propertyNames());
      names.removeAll(Set.of("@odata.type", "id"));
      names.forEach(node::putNull);
    }
    return node;
  }

  private static ObjectNode typed(String type, ObjectNode node) {
    ObjectNode typed = Json.object().put("@odata.type", "#microsoft.graph." + type);
    typed.setAll(node);
    return typed;
  }

  /** Only the properties asked for, and the annotations. */
  static ObjectNode selected(ObjectNode node, Set<String> select) {
    if (select.isEmpty()) {
      return node;
    }
    Set<String> drop = new HashSet<>(node.propertyNames());
    drop.removeIf(name -> select.contains(name) || name.startsWith("@odata."));
    node.remove(drop);
    return node;
  }
}
