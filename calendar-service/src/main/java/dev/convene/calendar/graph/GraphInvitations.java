package dev.convene.calendar.graph;

import dev.convene.calendar.graph.Answer.Failed;
import dev.convene.calendar.graph.Answer.Got;
import dev.convene.calendar.graph.GraphEvents.Existing;
import dev.convene.calendar.invitation.Invitation;
import dev.convene.calendar.invitation.Invitations;
import dev.convene.calendar.invitation.Presence;
import dev.convene.calendar.invitation.Removal;
import dev.convene.calendar.invitation.Sending;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends invitations through Microsoft Graph. */
final class GraphInvitations implements Invitations {

  private static final String TAKEN_BACK =
      "This meeting could not be sent to everybody who was invited, and does not take place.";

  private final GraphEvents events;

  GraphInvitations(GraphEvents events) {
    this.events = events;
  }

  @Override
  public Sending send(Invitation invitation) {
    return send(invitation, failure -> refusedWithoutTrace(invitation, failure));
  }

  @Override
  public Sending sendAgain(Invitation invitation) {
    return send(invitation, failure -> thereOrRefused(invitation, failure));
  }

  private Sending send(Invitation invitation, Function<Failure, Sending> invalidRecipient) {
    return switch (events.create(invitation)) {
      case Got(var made) -> new Sending.Sent(made.id(), made.webLink(), true);
      case Failed(var failure) -> sending(invitation, failure, invalidRecipient);
    };
  }

  @Override
  public Removal cancel(String mailbox, String eventId, @Nullable String note) {
    Failure failure = events.remove(mailbox, eventId, note);
    return failure == null ? new Removal.Gone() : removal(failure);
  }

  private static Removal removal(Failure failure) {
    return switch (failure.kind()) {
      case GONE -> new Removal.Gone();
      case REFUSED, DUPLICATE -> new Removal.Refused(failure.reason());
      case NOT_ASKED -> new Removal.NotAsked(failure.reason(), failure.retryAfter());
      case THROTTLED, UNREACHABLE, NOT_AUTHORIZED ->
          new Removal.NotNow(failure.reason(), failure.retryAfter());
      // Graph has been seen to refuse a recipient, and to do it all the same.
      case CONFLICT, BROKEN, INVALID_RECIPIENT ->
          new Removal.Unknown(failure.reason(), failure.retryAfter());
    };
  }

  @Override
  public Presence find(String mailbox, UUID meetingId) {
    return switch (events.marked(mailbox, meetingId)) {
      case Got(var found) when found.isEmpty() -> new Presence.Absent();
      case Got(var found) ->
          new Presence.Found(
              found.getFirst().id(),
              found.getFirst().webLink(),
              found.stream().skip(1).map(Existing::id).toList());
      case Failed(var failure) ->
          failure.kind() == Failure.Kind.REFUSED
              ? new Presence.Refused(failure.reason())
              : new Presence.Undecided(failure.reason());
    };
  }

  private Sending sending(
      Invitation invitation, Failure failure, Function<Failure, Sending> invalidRecipient) {
    return switch (failure.kind()) {
      case REFUSED, GONE -> new Sending.Refused(failure.reason());
      case INVALID_RECIPIENT -> invalidRecipient.apply(failure);
      case DUPLICATE -> madeBefore(invitation, failure);
      case THROTTLED -> new Sending.Throttled(failure.reason(), failure.retryAfter());
      case NOT_ASKED -> new Sending.NotAsked(failure.reason(), failure.retryAfter());
      case UNREACHABLE -> new Sending.Unavailable(failure.reason(), failure.retryAfter());
      case CONFLICT, BROKEN -> new Sending.Unknown(failure.reason(), failure.retryAfter());
      case NOT_AUTHORIZED -> new Sending.NotAuthorized(failure.reason());
    };
  }

  /**
   * Exchange has made an event with this transaction id, from a body that was a little different:
   * an older release of ours may have written it. What counts is that it bears our mark.
   */
  private Sending madeBefore(Invitation invitation, Failure duplicate) {
    String known = duplicate.existingEventId();
    if (known != null
        && events.withId(invitation.mailbox(), known, invitation.meetingId())
            instanceof Got(List<Existing> found)
        && !found.isEmpty()) {
      return new Sending.Sent(found.getFirst().id(), found.getFirst().webLink(), false);
    }
    return thereOrRefused(invitation, duplicate);
  }

  private Sending thereOrRefused(Invitation invitation, Failure refusal) {
    return switch (find(invitation.mailbox(), invitation.meetingId())) {
      case Presence.Found(var id, var webLink, _) -> new Sending.Sent(id, webLink, false);
      case Presence.Absent() -> new Sending.Refused(refusal.reason());
      case Presence.Refused(var reason) -> new Sending.Unknown(reason, null);
      case Presence.Undecided(var reason) -> new Sending.Unknown(reason, null);
    };
  }

  /** Graph has been seen to refuse a recipient, and to make the event all the same. */
  private Sending refusedWithoutTrace(Invitation invitation, Failure refusal) {
    return switch (events.marked(invitation.mailbox(), invitation.meetingId())) {
      case Failed(var failure) -> new Sending.Unknown(failure.reason(), failure.retryAfter());
      case Got(var found) -> {
        for (Existing event : found) {
          Failure failure = events.remove(invitation.mailbox(), event.id(), TAKEN_BACK);
          if (failure != null) {
            yield new Sending.Unknown(failure.reason(), failure.retryAfter());
          }
        }
        yield new Sending.Refused(refusal.reason());
      }
    };
  }
}
