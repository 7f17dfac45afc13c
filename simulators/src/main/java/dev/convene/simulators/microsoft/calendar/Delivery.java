package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.microsoft.calendar.Event.Origin;
import dev.convene.simulators.microsoft.calendar.Event.State;
import dev.convene.simulators.microsoft.settings.Switches;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings an organizer's invitation into the mailboxes of those invited. */
final class Delivery {
  private final Mailboxes mailboxes;
  private final Groups groups;
  private final Switches switches;

  Delivery(Mailboxes mailboxes, Groups groups, Switches switches) {
    this.mailboxes = mailboxes;
    this.groups = groups;
    this.switches = switches;
  }

  private boolean isGroup(String address) {
    return groups.reached(address) != null;
  }

  /** Whose mails an event sends: all attendees, the organizer left out. */
  static List<String> recipients(JsonNode attendees, String organizer) {
    Set<String> addresses = new LinkedHashSet<>();
    attendees.forEach(attendee -> addresses.add(Content.address(attendee)));
    addresses.remove(organizer);
    return List.copyOf(addresses);
  }

  /**
   * Puts copies, or newer ones, into the mailboxes of the recipients.
   *
   * @return what the rooms among them will answer
   */
  List<Answer> deliver(Event event, List<String> recipients, Instant now) {
    if (recipients.isEmpty() || !switches.attendeeCopies().get()) {
      return List.of();
    }
    Origin origin = new Origin(event.mailbox(), event.number());
    List<Answer> answers = new ArrayList<>();
    for (Mailbox mailbox : reached(recipients, event.mailbox())) {
      if (mailbox.owner().kind() == Person.Kind.ROOM) {
        Answer answer = answer(mailbox, origin, event, now);
        mailbox.receive(origin, event, now, List.of(answer));
        answers.add(answer);
      } else {
        mailbox.receive(origin, event, now, List.of());
      }
    }
    return answers;
  }

  /** Marks the recipients' copies as called off. */
  void withdraw(Event event, List<String> recipients, Instant now) {
    Origin origin = new Origin(event.mailbox(), event.number());
    for (Mailbox mailbox : reached(recipients, event.mailbox())) {
      Event copy = mailbox.copyOf(origin);
      if (copy != null) {
        mailbox.change(
            copy.number(),
            one -> one.state() == State.LIVE ? one.gone(State.CANCELLED, now) : null);
      }
    }
  }

  /** Tells those whom a change of an event concerns, by mail and in their calendars. */
  Event told(Event event, ObjectNode request, ObjectNode old, ObjectNode content, Instant now) {
    String organizer = event.mailbox().address();
    Updates updates =
        Updates.of(
            request,
            Delivery.recipients(old.path("attendees"), organizer),
            Delivery.recipients(content.path("attendees"), organizer),
            this::isGroup);
    withdraw(event, updates.removed(), now);
    List<Answer> answers = deliver(event, updates.reached(), now);
    return Calendars.changed(
        event,
        one -> {
          Event mailed = one;
          for (Mailing mailing : updates.mailings(now)) {
            mailed = mailed.mailed(mailing);
          }
          return answers.isEmpty() ? mailed : mailed.awaiting(answers);
        });
  }

  private Set<Mailbox> reached(List<String> recipients, Mailbox organizer) {
    Set<Mailbox> reached = new LinkedHashSet<>();
    for (String recipient : recipients) {
      List<String> members = groups.reached(recipient);
      for (String address : members == null ? List.of(recipient) : members) {
        if (address.endsWith("@" + Seeds.TENANT)) {
          mailboxes.at(address).ifPresent(reached::add);
        }
      }
    }
    reached.remove(organizer);
    return reached;
  }

  private Answer answer(Mailbox room, Origin origin, Event event, Instant now) {
    boolean busy =
        switches.roomsDeclineWhenBusy().get()
            && room.all().stream()
                .filter(one -> one.state() == State.LIVE && !origin.equals(one.origin()))
                .filter(one -> one.slot().overlaps(event.slot().startAt(), event.slot().endAt()))
                .anyMatch(Delivery::booked);
    return new Answer(
        room.address(), busy ? "declined" : "accepted", now.plus(switches.roomsReplyAfter().get()));
  }

  private static boolean booked(Event event) {
    return event.organized()
        || event.awaited().stream().anyMatch(answer -> answer.response().equals("accepted"));
  }
}
