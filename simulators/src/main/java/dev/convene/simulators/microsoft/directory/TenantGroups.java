package dev.convene.simulators.microsoft.directory;

import dev.convene.simulators.microsoft.calendar.Groups;
import dev.convene.simulators.microsoft.directory.Group.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The groups that stand in the tenant: one within another, one without mail, one hidden. */
public final class TenantGroups implements Groups {
  private static final List<Group> ALL =
      List.of(
          new Group(
              "Engineering",
              "engineering@contoso.example",
              false,
              false,
              List.of(
                  new Member.User("alice@contoso.example"),
                  new Member.User("bob@contoso.example"),
                  new Member.Nested("Platform"),
                  new Member.Device("Build server"))),
          new Group(
              "Platform",
              "platform@contoso.example",
              true,
              false,
              List.of(
                  new Member.User("bob@contoso.example"),
                  new Member.User("carol@contoso.example"),
                  new Member.User("guest@contoso.example"))),
          new Group(
              "Operations", null, true, false, List.of(new Member.User("dave@contoso.example"))),
          new Group(
              "Board",
              "board@contoso.example",
              false,
              true,
              List.of(new Member.User("alice@contoso.example"))));

  List<Group> all() {
    return ALL;
  }

  Optional<Group> byId(String id) {
    return ALL.stream().filter(group -> group.id().toString().equalsIgnoreCase(id)).findFirst();
  }

  @Override
  public @Nullable List<String> reached(String address) {
    return ALL.stream()
        .filter(group -> address.equals(group.address()))
        .findFirst()
        .map(group ->
            transitive(group).stream()
                .flatMap(member ->
                    member instanceof Member.User(String user)
                        ? List.of(user).stream()
                        : List.<String>of().stream())
                .toList())
        .orElse(null);
  }

  /** All members, and those of groups within, each once. */
  List<Member> transitive(Group group) {
    Set<Member> found = new LinkedHashSet<>();
    collect(group, found);
    return new ArrayList<>(found);
  }

  private static void collect(Group group, Set<Member> found) {
    for (Member member : group.members()) {
      if (found.add(member) && member instanceof Member.Nested(String name)) {
        collect(named(name), found);
      }
    }
  }

  static Group named(String name) {
    return ALL.stream().filter(group -> group.name().equals(name)).findFirst().orElseThrow();
  }
}
