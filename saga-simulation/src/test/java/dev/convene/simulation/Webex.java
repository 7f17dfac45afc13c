package dev.convene.simulation;

import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Reason;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.WebexMeeting;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.webex.quota.CreationGate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Webex: no key for idempotency, look-ups by our mark that do not see a new meeting at once, a
 * day's quota, and hosts that it refuses.
 */
final class Webex {

  private static final long DAY = World.micros(24 * 3600 * 1000);

  /** A meeting as Webex has it. */
  static final class Held {
    final String id;
    final UUID mark;
    private final long visibleAt;
    private boolean deleted;

    private Held(String id, UUID mark, long visibleAt) {
      this.id = id;
      this.mark = mark;
      this.visibleAt = visibleAt;
    }
  }

  private final World world;
  private final Wire wire;
  private final long longestLag;
  private final int perDay;
  private final List<Held> meetings = new ArrayList<>();
  private final Map<String, List<Long>> created = new HashMap<>();
  private final Map<String, Long> refusedUntil = new HashMap<>();
  private final Set<UUID> madeInTheWindow = new HashSet<>();
  private final Set<UUID> liveTwice = new HashSet<>();

  Webex(World world, Wire wire, long longestLag, int perDay) {
    this.world = world;
    this.wire = wire;
    this.longestLag = longestLag;
    this.perDay = perDay;
  }

  void refuses(String host, long until) {
    refusedUntil.put(host, until);
  }

  List<Held> live(UUID mark) {
    return meetings.stream().filter(held -> held.mark.equals(mark) && !held.deleted).toList();
  }

  /** Whether a create arrived after its sender had lost the lease that it had just checked. */
  boolean wasMadeInTheWindow(UUID mark) {
    return madeInTheWindow.contains(mark);
  }

  /** Whether there ever were two at the same time. */
  boolean wasLiveTwice(UUID mark) {
    return liveTwice.contains(mark);
  }

  /** What a reconciler does, who knows which one is meant. */
  void remove(Held held) {
    held.deleted = true;
  }

  private Answer<WebexMeeting> create(UUID mark, String host, boolean inTheWindow) {
    if (refusedUntil.getOrDefault(host, -1L) > world.micros()) {
      return new Answer.Refused<>(new Reason("webex.no-licence", "The host has no licence."));
    }
    List<Long> times = created.computeIfAbsent(host, _ -> new ArrayList<>());
    times.removeIf(time -> time <= world.micros() - DAY);
    if (times.size() >= perDay) {
      long wait = times.getFirst() + DAY - world.micros();
      return new Answer.Throttled<>(
          new Reason("webex.throttled", "Too many meetings today."),
          Duration.ofMillis(wait / 1000 + 1));
    }
    times.add(world.micros());
    if (inTheWindow) {
      madeInTheWindow.add(mark);
    }
    if (!live(mark).isEmpty()) {
      liveTwice.add(mark);
    }
    String id =
        new UUID(world.random().nextLong(), world.random().nextLong()).toString().substring(0, 8);
    long lag = longestLag == 0 ? 0 : world.random().nextLong(longestLag);
    Held held = new Held(id, mark, world.micros() + lag);
    meetings.add(held);
    world.note("webex", () -> "has made " + id + " for " + mark);
    return new Answer.Done<>(shown(held));
  }

  private static WebexMeeting shown(Held held) {
    return new WebexMeeting(
        held.id,
        URI.create("https://contoso.webex.example/j/" + held.id + "/"),
        "25551234567",
        "Secret1",
        null,
        null,
        null,
        List.of());
  }

  /** Webex as one process sees it, which keeps a ledger of the quota. */
  WebexMeetings seenWith(CreationGate gate) {
    return new WebexMeetings() {
      @Override
      public Answer<WebexMeeting> create(UUID meetingId, MeetingDetails details) {
        String host = details.host();
        Node node = world.current().node();
        Integer check = world.current().takeLeaseCheck();
        return gate.create(
            host,
            meetingId,
            () ->
                answer(
                    wire.ask(
                        meetingId,
                        "create",
                        () -> Webex.this.create(meetingId, host, lost(check, node)))));
      }

      @Override
      public Answer<Optional<WebexMeeting>> find(UUID meetingId, MeetingDetails details) {
        return answer(
            wire.ask(
                meetingId,
                "find",
                () ->
                    new Answer.Done<>(
                        live(meetingId).stream()
                            .filter(held -> held.visibleAt <= world.micros())
                            .min(Comparator.comparing(held -> held.id))
                            .map(Webex::shown))));
      }

      @Override
      public Answer<List<String>> marked(UUID meetingId, String host, Instant from, Instant to) {
        return answer(
            wire.ask(
                meetingId,
                "list",
                () -> new Answer.Done<>(live(meetingId).stream().map(held -> held.id).toList())));
      }

      @Override
      public Answer<Boolean> exists(String id, String host) {
        Held held = meetings.stream().filter(it -> it.id.equals(id)).findFirst().orElseThrow();
        return answer(wire.ask(held.mark, "show", () -> new Answer.Done<>(!held.deleted)));
      }

      @Override
      public Answer<Deleted> delete(String id, String host) {
        Held held = meetings.stream().filter(it -> it.id.equals(id)).findFirst().orElseThrow();
        return answer(
            wire.ask(
                held.mark,
                "delete",
                () -> {
                  Deleted done = held.deleted ? Deleted.WAS_NOT_THERE : Deleted.DELETED;
                  held.deleted = true;
                  return new Answer.Done<>(done);
                }));
      }
    };
  }

  /** Whether the lease, held when it was checked, has been lost since. */
  static boolean lost(@Nullable Integer check, Node node) {
    return check != null && check != node.pauses();
  }

  private static <T> Answer<T> answer(Wire.Reply<Answer<T>> reply) {
    return switch (reply) {
      case Wire.Reply.Answered(var answer) -> answer;
      case Wire.Reply.Throttled(var wait) ->
          new Answer.Throttled<>(new Reason("webex.throttled", "Webex asks to slow down."), wait);
      case Wire.Reply.Unreachable() ->
          new Answer.Unreachable<>(new Reason("webex.unreachable", "Webex cannot be reached."));
      case Wire.Reply.Lost() ->
          new Answer.Lost<>(new Reason("webex.lost", "Webex did not answer."));
    };
  }
}
