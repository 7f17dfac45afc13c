package dev.convene.simulators.webex;

import dev.convene.simulators.page.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All meetings, the deleted ones too, indexed by id, number, tag and host, so that a call takes the
 * same time with hundreds of thousands of them.
 */
final class MeetingStore {
  /** No single meeting is longer. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Map<String, Meeting> byId = new ConcurrentHashMap<>();
  private final Map<String, String> idByNumber = new ConcurrentHashMap<>();
  private final Map<Tag, Set<String>> idsByTag = new ConcurrentHashMap<>();
  private final ConcurrentNavigableMap<String, Host> hosts = new ConcurrentSkipListMap<>();
  private final Set<String> clients = ConcurrentHashMap.newKeySet();
  private final AtomicLong seq = new AtomicLong();

  /** A tag belongs to the OAuth client that wrote it. */
  private record Tag(String clientId, String text) {}

  private record Slot(Instant start, String id) {
    static final Comparator<Slot> ORDER = Comparator.comparing(Slot::start).thenComparing(Slot::id);
  }

  private static final class Host {
    final NavigableSet<Slot> single = new ConcurrentSkipListSet<>(Slot.ORDER);
    final Set<String> recurring = ConcurrentHashMap.newKeySet();
    final ConcurrentLinkedDeque<String> newestFirst = new ConcurrentLinkedDeque<>();
    final AtomicLong count = new AtomicLong();
  }

  Meeting create(String host, String siteUrl, Draft draft, String clientId, Instant now) {
    Meeting meeting =
        new Meeting(
            Meeting.newId(),
            seq.incrementAndGet(),
            host,
            siteUrl,
            draft,
            draft.tags().isEmpty() ? Map.of() : Map.of(clientId, draft.tags()),
            Map.of(),
            now,
            null);
    byId.put(meeting.id(), meeting);
    idByNumber.put(meeting.number(), meeting.id());
    Host index = hosts.computeIfAbsent(host, _ -> new Host());
    index.newestFirst.addFirst(meeting.id());
    index.count.incrementAndGet();
    schedule(meeting);
    tag(meeting);
    return meeting;
  }

  /** The meeting, deleted or not. */
  @Nullable Meeting find(String id) {
    return byId.get(id);
  }

  @Nullable Meeting findByNumber(String number) {
    String id = idByNumber.get(number);
    return id == null ? null : byId.get(id);
  }

  /** Changes a live meeting; null when there is none with this id. */
  @Nullable Meeting change(String id, UnaryOperator<Meeting> change) {
    Meeting[] changed = new Meeting[1];
    byId.computeIfPresent(
        id,
        (_, old) -> {
          if (!old.live()) {
            return old;
          }
          Meeting next = change.apply(old);
          unschedule(old);
          untag(old);
          if (next.live()) {
            schedule(next);
          }
          // A deleted meeting stays under its tags, for those who check.
          tag(next);
          changed[0] = next;
          return next;
        });
    return changed[0];
  }

  private void schedule(Meeting meeting) {
    Host host = host(meeting);
    if (meeting.recurring()) {
      host.recurring.add(meeting.id());
    } else {
      host.single.add(new Slot(meeting.draft().start(), meeting.id()));
    }
  }

  private void unschedule(Meeting meeting) {
    Host host = host(meeting);
    host.recurring.remove(meeting.id());
    host.single.remove(new Slot(meeting.draft().start(), meeting.id()));
  }

  private Host host(Meeting meeting) {
    return hosts.computeIfAbsent(meeting.host(), _ -> new Host());
  }

  private void tag(Meeting meeting) {
    clients.addAll(meeting.tags().keySet());
    meeting
        .tags()
        .forEach((client, tags) ->
            tags.forEach(tag ->
                idsByTag.compute(new Tag(client, tag), (_, ids) -> with(ids, meeting.id()))));
  }

  private static Set<String> with(@Nullable Set<String> ids, String id) {
    if (ids == null) {
      return Set.of(id);
    }
    Set<String> more =
        ids instanceof ConcurrentHashMap.KeySetView ? ids : ConcurrentHashMap.newKeySet();
    more.addAll(ids);
    more.add(id);
    return more;
  }

  private void untag(Meeting meeting) {
    meeting
        .tags()
        .forEach((client, tags) ->
            tags.forEach(tag ->
                idsByTag.computeIfPresent(
                    new Tag(client, tag), (_, ids) -> without(ids, meeting.id()))));
  }

  private static @Nullable Set<String> without(Set<String> ids, String id) {
    if (ids.size() == 1) {
      return ids.contains(id) ? null : ids;
    }
    ids.remove(id);
    return ids;
  }

  /** Those with this client's tag, deleted or not. */
  Stream<Meeting> tagged(String clientId, String tag) {
    return meetings(idsByTag.getOrDefault(new Tag(clientId, tag), Set.of()));
  }

  /** Those with this tag, whoever wrote it. */
  Stream<Meeting> taggedByAnyone(String tag) {
    return clients.stream().flatMap(client -> tagged(client, tag));
  }

  /** The host's live meetings that may overlap the window; series are all named. */
  Stream<Meeting> of(String host, Instant from, Instant to) {
    Host index = hosts.get(host);
    if (index == null) {
      return Stream.empty();
    }
    NavigableSet<Slot> slots =
        index.single.subSet(new Slot(from.minus(LONGEST), ""), true, new Slot(to, "~"), true);
    return meetings(
            () -> Stream.concat(slots.stream().map(Slot::id), index.recurring.stream()).iterator())
        .filter(Meeting::live);
  }

  /** The host's meetings, newest first, deleted or not. */
  Stream<Meeting> newestOf(String host) {
    Host index = hosts.get(host);
    return index == null ? Stream.empty() : meetings(index.newestFirst);
  }

  private Stream<Meeting> meetings(Iterable<String> ids) {
    List<Meeting> found = new ArrayList<>();
    ids.forEach(id -> {
      Meeting meeting = byId.get(id);
      if (meeting != null) {
        found.add(meeting);
      }
    });
    return found.stream();
  }

  List<Mailbox> hosts(String search, int max) {
    return hosts.entrySet().stream()
        .filter(entry -> entry.getKey().contains(search))
        .limit(max)
        .map(entry -> new Mailbox(entry.getKey(), entry.getValue().count.intValue()))
        .toList();
  }

  /** Tags that more than one live meeting has. */
  Map<String, List<String>> duplicates() {
    Map<String, List<String>> duplicates = new TreeMap<>();
    idsByTag.forEach((tag, ids) -> {
      if (ids.size() > 1) {
        List<String> live = meetings(ids).filter(Meeting::live).map(Meeting::id).toList();
        if (live.size() > 1) {
          duplicates.put(tag.text(), live);
        }
      }
    });
    return duplicates;
  }

  void clear() {
    byId.clear();
    idByNumber.clear();
    idsByTag.clear();
    hosts.clear();
  }
}
