package dev.convene.simulators.webex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who is invited to which meeting, on the Webex side. */
final class Invitees {
  private final Map<String, List<Invitee>> byMeeting = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();

  List<Invitee> of(String meetingId) {
    return byMeeting.getOrDefault(meetingId, List.of());
  }

  /** Adds all, or none and returns null when one of them is invited already. */
  @Nullable List<Invitee> add(String meetingId, Iterable<JsonNode> given) {
    List<Invitee> added = new ArrayList<>();
    given.forEach(node -> added.add(Invitee.from(node, meetingId, numbers.incrementAndGet())));
    boolean[] clash = new boolean[1];
    byMeeting.compute(
        meetingId,
        (_, old) -> {
          List<Invitee> all = new ArrayList<>(old == null ? List.of() : old);
          all.addAll(added);
          clash[0] = all.stream().map(Invitee::key).distinct().count() < all.size();
          if (clash[0] || all.isEmpty()) {
            return old;
          }
          return List.copyOf(all);
        });
    return clash[0] ? null : added;
  }

  @Nullable Invitee find(String id) {
    int mark = id.lastIndexOf('_');
    return mark < 0
        ? null
        : of(id.substring(0, mark)).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElse(null);
  }

  /** Puts another in its place, or nobody. */
  void replace(Invitee old, @Nullable Invitee next) {
    byMeeting.computeIfPresent(
        old.meetingId(),
        (_, all) -> {
          List<Invitee> changed = new ArrayList<>(all);
          changed.removeIf(one -> one.id().equals(old.id()));
          if (next != null) {
            changed.add(next);
          }
          return List.copyOf(changed);
        });
  }

  void clear() {
    byMeeting.clear();
  }
}
