package dev.convene.simulators.microsoft.directory;

import dev.convene.simulators.microsoft.directory.Group.Member;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import dev.convene.simulators.microsoft.odata.QueryOptions;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Answers questions about the directory. */
public final class Directory {
  private final TenantGroups groups;

  public Directory(TenantGroups groups) {
    this.groups = groups;
  }

  /**
   * Users.
   *
   * @param consistencyLevel the value of that header
   */
  public List<ObjectNode> users(QueryOptions options, @Nullable String consistencyLevel) {
    return new DirectoryQuery(options, consistencyLevel)
        .among(
            Seeds.people().stream()
                .filter(person -> person.kind() == Person.Kind.PERSON)
                .map(DirectoryJson::user)
                .toList());
  }

  /** Groups. */
  public List<ObjectNode> groups(QueryOptions options, @Nullable String consistencyLevel) {
    return new DirectoryQuery(options, consistencyLevel)
        .among(groups.all().stream().map(DirectoryJson::group).toList());
  }

  /** One group. */
  public ObjectNode group(String id, QueryOptions options) {
    return DirectoryJson.selected(DirectoryJson.group(byId(id)), options.select());
  }

  /** Rooms. */
  public List<ObjectNode> rooms() {
    return Seeds.people().stream()
        .filter(person -> person.kind() == Person.Kind.ROOM)
        .map(DirectoryJson::room)
        .toList();
  }

  /**
   * Members of a group.
   *
   * @param nested whether members of groups within count as well
   * @param usersOnly whether a cast asks for users only
   * @param limited whether the caller may not read users
   * @param seesHidden whether the caller may see hidden members; who may not sees none
   */
  public List<ObjectNode> members(
      String id,
      QueryOptions options,
      @Nullable String consistencyLevel,
      boolean nested,
      boolean usersOnly,
      boolean limited,
      boolean seesHidden) {
    Group group = byId(id);
    DirectoryQuery query = new DirectoryQuery(options, consistencyLevel);
    if (usersOnly && !query.eventual()) {
      throw DirectoryQuery.needsEventual().refused();
    }
    if (group.hidden() && !seesHidden) {
      return List.of();
    }
    Stream<Member> members = (nested ? groups.transitive(group) : group.members()).stream();
    return query.among(
        members
            .filter(member -> !usersOnly || member instanceof Member.User)
            .map(member -> DirectoryJson.member(member, limited))
            .toList());
  }

  private Group byId(String id) {
    return groups.byId(id).orElseThrow(() -> GraphErrors.unknownResource(id).refused());
  }
}
