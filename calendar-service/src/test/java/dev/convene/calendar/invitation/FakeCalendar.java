package dev.convene.calendar.invitation;

import dev.convene.contracts.Requester;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers as it is told, and counts. */
final class FakeCalendar implements Outlook, Invitations {

  Sending sending = new Sending.Sent("AAMk=", "https://outlook.example/1", true);
  Presence presence = new Presence.Absent();
  Removal removal = new Removal.Gone();
  int sent;
  int sentAgain;
  int searched;
  final List<String> cancelled = new ArrayList<>();
  final List<Requester> openedFor = new ArrayList<>();
  @Nullable String note;

  @Override
  public Invitations as(Requester requestedBy, UUID meetingId) {
    openedFor.add(requestedBy);
    return this;
  }

  @Override
  public Sending send(Invitation invitation) {
    sent++;
    return sending;
  }

  @Override
  public Sending sendAgain(Invitation invitation) {
    sentAgain++;
    return sending;
  }

  @Override
  public Removal cancel(String mailbox, String eventId, @Nullable String comment) {
    cancelled.add(eventId);
    note = comment;
    return removal;
  }

  @Override
  public Presence find(String mailbox, UUID meetingId) {
    searched++;
    return presence;
  }
}
