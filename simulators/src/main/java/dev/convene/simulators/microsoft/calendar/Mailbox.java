package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.microsoft.calendar.Event.Origin;
import dev.convene.simulators.microsoft.calendar.Event.State;
import dev.convene.simulators.seeds.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one person or room holds. Each mailbox has its own lock, which is held for memory accesses
 * only.
 */
public final class Mailbox {
  private final Person owner;
  private final UUID id;
  private final Object lock = new Object();
  private final List<Event> events = new ArrayList<>(2);
  private final Map<String, Integer> byTransaction = new HashMap<>(2);
  private final Map<String, List<Integer>> byProperty = new HashMap<>(2);
  private @Nullable Map<Origin, Integer> byOrigin;

  Mailbox(Person owner) {
    this.owner = owner;
    this.id = owner.id();
  }

  public Person owner() {
    return owner;
  }

  public String address() {
    return owner.address();
  }

  UUID id() {
    return id;
  }

  /**
   * Makes an event, unless its transactionId was used before.
   *
   * @param forget whether a transactionId is free again when its event is gone
   */
  Creation create(Draft draft, Instant now, boolean forget) {
    synchronized (lock) {
      Integer before =
          draft.transactionId() == null ? null : byTransaction.get(draft.transactionId());
      if (before != null) {
        Event existing = events.get(before);
        boolean live = existing.state() == State.LIVE;
        if (live || !forget) {
          return live && existing.request().equals(draft.request())
              ? new Creation.Repeated(existing)
              : new Creation.Clash(existing);
        }
      }
      Event event =
          new Event(
              this,
              events.size(),
              State.LIVE,
              0,
              0,
              now,
              now,
              draft.slot(),
              draft.content(),
              draft.transactionId(),
              draft.request(),
              draft.properties(),
              null,
              List.of(),
              List.of());
      events.add(event);
      index(event);
      return new Creation.Created(event);
    }
  }

  /** Adds an attendee's copy, or brings the one there is up to date. */
  void receive(Origin origin, Event sent, Instant now, List<Answer> ownAnswer) {
    synchronized (lock) {
      if (byOrigin == null) {
        byOrigin = new HashMap<>();
      }
      Integer known = byOrigin.get(origin);
      if (known != null) {
        Event copy = events.get(known);
        State state = copy.state() == State.DELETED ? State.LIVE : copy.state();
        Event fresh = copy.written(now, sent.slot(), sent.content()).in(state);
        events.set(known, fresh.awaiting(ownAnswer));
        return;
      }
      byOrigin.put(origin, events.size());
      events.add(
          new Event(
              this,
              events.size(),
              State.LIVE,
              0,
              0,
              now,
              now,
              sent.slot(),
              sent.content(),
              null,
              "",
              List.of(),
              origin,
              List.of(),
              ownAnswer));
    }
  }

  /** The attendee's copy of an organizer's event; null when there is none. */
  @Nullable Event copyOf(Origin origin) {
    synchronized (lock) {
      Integer known = byOrigin == null ? null : byOrigin.get(origin);
      return known == null ? null : events.get(known);
    }
  }

  /** An event by its number; null when there never was one. */
  @Nullable Event get(int number) {
    synchronized (lock) {
      return number < events.size() ? events.get(number) : null;
    }
  }

  /**
   * Puts another event in its place, made from the one that is there now.
   *
   * @param change answers null to leave it as it is
   * @return what is there afterwards; null when it was left as it is
   */
  @Nullable Event change(int number, Function<Event, @Nullable Event> change) {
    synchronized (lock) {
      Event before = events.get(number);
      Event after = change.apply(before);
      if (after == null) {
        return null;
      }
      events.set(number, after);
      if (!after.properties().equals(before.properties())) {
        index(after);
      }
      return after;
    }
  }

  /** Everything, in the order in which it was made, what is gone included. */
  public List<Event> all() {
    synchronized (lock) {
      return List.copyOf(events);
    }
  }

  public int size() {
    synchronized (lock) {
      return events.size();
    }
  }

  /** The events that have or had this extended property, what is gone included. */
  public List<Event> tagged(String propertyId, String value) {
    String key = ExtendedProperty.key(propertyId, value);
    synchronized (lock) {
      return byProperty.getOrDefault(key, List.of()).stream()
          .map(events::get)
          .filter(event -> event.properties().stream().anyMatch(one -> one.key().equals(key)))
          .toList();
    }
  }

  private void index(Event event) {
    if (event.transactionId() != null) {
      byTransaction.put(event.transactionId(), event.number());
    }
    for (ExtendedProperty property : event.properties()) {
      List<Integer> numbers = byProperty.getOrDefault(property.key(), List.of());
      if (!numbers.contains(event.number())) {
        List<Integer> more = new ArrayList<>(numbers);
        more.add(event.number());
        byProperty.put(property.key(), List.copyOf(more));
      }
    }
  }
}
