package dev.convene.simulation;

import dev.convene.calendar.invitation.Invitation;
import dev.convene.calendar.invitation.Invitations;
import dev.convene.calendar.invitation.Presence;
import dev.convene.calendar.invitation.Removal;
import dev.convene.calendar.invitation.Sending;
import dev.convene.contracts.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calendars: one event for a transaction id, however often it comes. */
final class Graph implements Invitations {

  /** An event in a calendar; whoever is invited has been told. */
  record Event(String id, UUID mark, UUID transactionId, String html) {}

  private final World world;
  private final Wire wire;
  private final Plant plant;
  private final List<Event> events = new ArrayList<>();
  private final List<Event> everMade = new ArrayList<>();
  private final Map<UUID, Integer> cancellations = new HashMap<>();
  private final Map<String, Long> refusedUntil = new HashMap<>();
  private final Set<UUID> sentInTheWindow = new HashSet<>();

  Graph(World world, Wire wire, Plant plant) {
    this.world = world;
    this.wire = wire;
    this.plant = plant;
  }

  void refuses(String host, long until) {
    refusedUntil.put(host, until);
  }

  List<Event> live(UUID mark) {
    return events.stream().filter(event -> event.mark.equals(mark)).toList();
  }

  /**
   * Whether a call arrived after its sender had lost the lease that it had just checked, or after
   * what it asks for had been cancelled.
   */
  boolean wasSentInTheWindow(UUID mark) {
    return sentInTheWindow.contains(mark);
  }

  /** How often people were told that the meeting is cancelled. */
  int cancellations(UUID mark) {
    return cancellations.getOrDefault(mark, 0);
  }

  @Override
  public Removal cancel(String mailbox, String eventId, @Nullable String note) {
    Event event = everMade.stream().filter(it -> it.id.equals(eventId)).findFirst().orElseThrow();
    var reply =
        wire.<Removal>ask(
            event.mark,
            "cancel",
            () -> {
              if (events.remove(event)) {
                cancellations.merge(event.mark, 1, Integer::sum);
              }
              return new Removal.Gone();
            });
    return switch (reply) {
      case Wire.Reply.Answered(var removal) -> removal;
      case Wire.Reply.Throttled(var wait) ->
          new Removal.NotNow(new Reason("graph.throttled", "Graph asks to slow down."), wait);
      case Wire.Reply.Unreachable() ->
          new Removal.NotNow(new Reason("graph.unreachable", "Graph cannot be reached."), null);
      case Wire.Reply.Lost() ->
          new Removal.Unknown(new Reason("graph.lost", "Graph did not answer."), null);
    };
  }

  void remove(Event event) {
    events.remove(event);
  }

  @Override
  public Sending send(Invitation invitation) {
    Node node = world.current().node();
    Integer check = world.current().takeLeaseCheck();
    long asked = world.micros();
    var reply =
        wire.ask(
            invitation.meetingId(),
            "send",
            () ->
                send(
                    invitation,
                    Webex.lost(check, node) || comesAfterItsCancellation(invitation, asked)));
    return switch (reply) {
      case Wire.Reply.Answered(var sending) -> sending;
      case Wire.Reply.Throttled(var wait) ->
          new Sending.Throttled(new Reason("graph.throttled", "Graph asks to slow down."), wait);
      case Wire.Reply.Unreachable() ->
          new Sending.Unavailable(
              new Reason("graph.unreachable", "Graph cannot be reached."), null);
      case Wire.Reply.Lost() ->
          new Sending.Unknown(new Reason("graph.lost", "Graph did not answer."), null);
    };
  }

  /** Who sent it had given it up, made the event with another call, and then cancelled that. */
  private boolean comesAfterItsCancellation(Invitation invitation, long asked) {
    return cancellations.containsKey(invitation.meetingId())
        && world.micros() - asked > Wire.TIME_OUT;
  }

  /** What is refused here is the mailbox, never a recipient: then there is nothing to look for. */
  @Override
  public Sending sendAgain(Invitation invitation) {
    return send(invitation);
  }

  private Sending send(Invitation invitation, boolean inTheWindow) {
    if (refusedUntil.getOrDefault(invitation.mailbox(), -1L) > world.micros()) {
      return new Sending.Refused(new Reason("graph.refused", "The mailbox cannot be used."));
    }
    UUID transactionId =
        plant == Plant.TRANSACTION_ID_CHANGES
            ? new UUID(world.random().nextLong(), world.random().nextLong())
            : invitation.transactionId();
    for (Event event : events) {
      if (event.transactionId.equals(transactionId)) {
        return new Sending.Sent(event.id, null, false);
      }
    }
    if (inTheWindow) {
      sentInTheWindow.add(invitation.meetingId());
    }
    Event event =
        new Event(
            "event-" + (everMade.size() + 1),
            invitation.meetingId(),
            transactionId,
            invitation.html());
    events.add(event);
    everMade.add(event);
    world.note("graph", () -> "has made " + event.id + " for " + event.mark);
    return new Sending.Sent(event.id, null, true);
  }

  @Override
  public Presence find(String mailbox, UUID meetingId) {
    var reply =
        wire.<Presence>ask(
            meetingId,
            "find",
            () ->
                live(meetingId).stream()
                    .findFirst()
                    .<Presence>map(event -> new Presence.Found(event.id, null, List.of()))
                    .orElseGet(Presence.Absent::new));
    return reply instanceof Wire.Reply.Answered<Presence>(var presence)
        ? presence
        : new Presence.Undecided(new Reason("graph.undecided", "The calendar did not answer."));
  }
}
