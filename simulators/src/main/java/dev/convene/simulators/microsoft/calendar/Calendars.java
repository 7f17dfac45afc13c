package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.microsoft.calendar.Event.State;
import dev.convene.simulators.microsoft.odata.GraphError;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import dev.convene.simulators.microsoft.settings.Switches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes, changes, calls off and finds events, and sends the mails that come of it. */
public final class Calendars {
  private final Switches switches;
  private final InstantSource clock;
  private final Audit audit;
  private final EventRules rules;
  private final Delivery delivery;

  public Calendars(
      Mailboxes mailboxes, Groups groups, Switches switches, InstantSource clock, Audit audit) {
    this.switches = switches;
    this.clock = clock;
    this.audit = audit;
    this.rules = new EventRules(switches);
    this.delivery = new Delivery(mailboxes, groups, switches);
  }

  /**
   * What a create answers.
   *
   * @param again whether the same request had made it before
   * @param complaint what is answered although the event was made; usually null
   */
  public record Made(Event event, boolean again, @Nullable GraphError complaint) {}

  /**
   * Makes an event and invites its attendees.
   *
   * @throws dev.convene.simulators.microsoft.odata.Refused with what Graph would answer
   */
  public Made create(Mailbox mailbox, ObjectNode body) {
    Instant now = clock.instant();
    ObjectNode request = rules.read(withStart(body, now), true);
    Slot slot = rules.slot(request, null);
    boolean wrongAddress = rules.checkRest(request, request.path("recurrence"), slot);
    if (request.path("isOnlineMeeting").asBoolean(false)) {
      audit.onlineMeeting();
    }
    ObjectNode content = Content.merged(null, request, teams());
    Draft draft =
        new Draft(
            slot,
            Content.text(content),
            Delivery.recipients(content.path("attendees"), mailbox.address()),
            request.path("transactionId").asString(null),
            Canonical.digest(request),
            rules.properties(request, List.of()));
    GraphError complaint =
        wrongAddress ? GraphErrors.invalidRecipients("At least one recipient isn't valid.") : null;
    return switch (mailbox.create(draft, now, switches.transactionIdsForgotten().get())) {
      case Creation.Created(Event event) -> new Made(invite(event, draft, now), false, complaint);
      case Creation.Repeated(Event event) -> new Made(event, true, complaint);
      case Creation.Clash(Event existing) -> {
        audit.conflictingTransactionId();
        throw GraphErrors.transactionIdUsed(existing.id(false)).refused();
      }
    };
  }

  /** Graph puts an event without a start at the next half hour. */
  private ObjectNode withStart(ObjectNode body, Instant now) {
    if (body.path("start").isObject() && body.path("end").isObject()) {
      return body;
    }
    audit.startless();
    if (switches.strictStart().get()) {
      throw new GraphError(
              400,
              "SimStrictMissingField",
              "The event has no start or no end. Graph would put it at the next half hour;"
                  + " the simulator refuses it unless strictStart is off.")
          .refused();
    }
    return Blank.at(now, body);
  }

  private Event invite(Event event, Draft draft, Instant now) {
    if (draft.attendees().isEmpty()) {
      return event;
    }
    List<Answer> answers = delivery.deliver(event, draft.attendees(), now);
    Mailing invitation = new Mailing(Mailing.Kind.INVITE, now, draft.attendees(), "");
    return changed(event, one -> one.mailed(invitation).awaiting(answers));
  }

  /** The event with this id, with what rooms have answered by now. */
  public Event find(Mailbox mailbox, String id) {
    EventIds parsed = EventIds.parse(mailbox.id(), id);
    Event event = mailbox.get(parsed.number());
    boolean there =
        event != null
            && (parsed.immutable()
                ? event.state() != State.DELETED
                : event.listed() && event.moves() == parsed.moves());
    if (event == null || !there) {
      throw GraphErrors.itemNotFound().refused();
    }
    return settled(event);
  }

  /** The event as it is now: rooms answer without being asked. */
  public Event settled(Event event) {
    Instant now = clock.instant();
    return event.organized() && event.awaited().stream().anyMatch(a -> !a.at().isAfter(now))
        ? changed(event, one -> Answers.taken(one, now))
        : event;
  }

  /**
   * Changes an event; what is not named stays. Only the organizer's changes reach others.
   *
   * @param ifMatch the value of {@code If-Match}, or null
   */
  public Event patch(Mailbox mailbox, String id, ObjectNode body, @Nullable String ifMatch) {
    ObjectNode request = rules.read(body, false);
    while (true) {
      Instant now = clock.instant();
      Event before = find(mailbox, id);
      if (!before.listed()) {
        throw GraphErrors.itemNotFound().refused();
      }
      checkMatch(before, ifMatch, now);
      checkTransactionId(before, request);
      ObjectNode old = Content.parse(before.content());
      ObjectNode content = Content.merged(old, request, teams());
      Slot slot = rules.slot(request, before.slot());
      rules.checkRest(request, content.path("recurrence"), slot);
      List<ExtendedProperty> properties = rules.properties(request, before.properties());
      Event after =
          mailbox.change(
              before.number(),
              one ->
                  one.version() == before.version() && one.state() == before.state()
                      ? one.written(now, slot, Content.text(content)).tagged(properties)
                      : null);
      if (after != null) {
        return after.organized() ? delivery.told(after, request, old, content, now) : after;
      }
    }
  }

  /** Calls an event off; only its organizer can. */
  public Event cancel(Mailbox mailbox, String id, String comment) {
    Event event = find(mailbox, id);
    if (!event.organized()) {
      throw GraphErrors.invalidRequest(
              "Your request can't be completed. You need to be an organizer to cancel a meeting.")
          .refused();
    }
    return callOff(event, State.CANCELLED, comment);
  }

  /** Takes an event out of the mailbox; the organizer's attendees are told. */
  public Event delete(Mailbox mailbox, String id, @Nullable String ifMatch) {
    Event event = find(mailbox, id);
    checkMatch(event, ifMatch, clock.instant());
    if (event.organized() && event.state() == State.LIVE) {
      return callOff(event, State.DELETED, "");
    }
    Event gone =
        mailbox.change(
            event.number(),
            one -> one.state() == State.DELETED ? null : one.gone(State.DELETED, clock.instant()));
    return orNotFound(gone);
  }

  private Event callOff(Event event, State state, String comment) {
    Instant now = clock.instant();
    List<String> recipients =
        Delivery.recipients(
            Content.parse(event.content()).path("attendees"), event.mailbox().address());
    Mailing mailing = new Mailing(Mailing.Kind.CANCEL, now, recipients, comment);
    Event gone =
        orNotFound(
            event
                .mailbox()
                .change(
                    event.number(),
                    one ->
                        one.state() == State.LIVE
                            ? (recipients.isEmpty() ? one : one.mailed(mailing)).gone(state, now)
                            : null));
    delivery.withdraw(event, recipients, now);
    return gone;
  }

  /** Writes an attendee's answer into their copy and into the organizer's event. */
  public Event respond(Mailbox mailbox, String id, Response response) {
    Event copy = find(mailbox, id);
    Event.Origin origin = copy.origin();
    if (origin == null) {
      throw GraphErrors.invalidRequest(
              "Your request can't be completed. You can't respond to this meeting because you're"
                  + " the meeting organizer.")
          .refused();
    }
    Answer answer = new Answer(mailbox.address(), response.status(), clock.instant());
    origin
        .organizer()
        .change(
            origin.number(),
            one ->
                one.state() == State.LIVE
                    ? Answers.taken(one.answered(answer), answer.at())
                    : null);
    return changed(copy, one -> one.awaiting(List.of(answer)));
  }

  /** The change key by the clock. */
  public String changeKey(Event event) {
    return event.changeKey(clock.instant(), switches.changeKeySettlesAfter().get());
  }

  private void checkMatch(Event event, @Nullable String ifMatch, Instant now) {
    if (ifMatch != null && !ifMatch.equals("*")) {
      String key = event.changeKey(now, switches.changeKeySettlesAfter().get());
      if (!ifMatch.equals("W/\"" + key + "\"")) {
        throw GraphErrors.changeKeyMismatch().refused();
      }
    }
  }

  private static void checkTransactionId(Event event, ObjectNode request) {
    JsonNode asked = request.path("transactionId");
    if (!asked.isMissingNode() && !asked.asString("").equals(event.transactionId())) {
      throw GraphErrors.invalidRequest(
              "Your request can't be completed."
                  + " ClientId/TransactionId is immutable and cannot be updated.")
          .refused();
    }
  }

  private boolean teams() {
    return switches.onlineMeetings().get().equals("provisioned");
  }

  private static Event orNotFound(@Nullable Event event) {
    if (event == null) {
      throw GraphErrors.itemNotFound().refused();
    }
    return event;
  }

  static Event changed(Event event, Function<Event, @Nullable Event> change) {
    return orNotFound(event.mailbox().change(event.number(), change));
  }
}
