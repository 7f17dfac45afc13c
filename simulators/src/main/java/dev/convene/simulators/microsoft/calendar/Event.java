package dev.convene.simulators.microsoft.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as one mailbox holds it at one moment; every change makes another.
 *
 * @param number within the mailbox, from 0
 * @param moves how often it changed its folder
 * @param version counts what was written
 * @param content the members of its JSON that the request decides, without braces; see {@link
 *     Content}
 * @param request what the create asked for, digested; empty for copies
 * @param origin the organizer's event, where this is an attendee's copy
 * @param mails sent for it so far
 * @param awaited answers of rooms that are on their way (organizer's event), or the mailbox's own
 *     answer (copy)
 */
public record Event(
    Mailbox mailbox,
    int number,
    State state,
    int moves,
    int version,
    Instant created,
    Instant modified,
    Slot slot,
    String content,
    @Nullable String transactionId,
    String request,
    List<ExtendedProperty> properties,
    @Nullable Origin origin,
    List<Mailing> mails,
    List<Answer> awaited) {

  /** Whether it is in the calendar. */
  public enum State {
    LIVE,
    /** Called off; an organizer's event then lies in Deleted Items, a copy stays where it is. */
    CANCELLED,
    DELETED
  }

  /** Whose copy it is. */
  record Origin(Mailbox organizer, int number) {}

  public boolean organized() {
    return origin == null;
  }

  /** Whether it shows in the calendar. */
  public boolean listed() {
    return state == State.LIVE || (state == State.CANCELLED && !organized());
  }

  Mailbox organizer() {
    return origin == null ? mailbox : origin.organizer();
  }

  ICalUid uid() {
    return origin == null
        ? new ICalUid(mailbox.id(), number)
        : new ICalUid(origin.organizer().id(), origin.number());
  }

  public String id(boolean immutable) {
    UUID owner = mailbox.id();
    return immutable ? EventIds.immutable(owner, number) : EventIds.ordinary(owner, number, moves);
  }

  /** The caller's own mark: the extended property named meetingRef; null when there is none. */
  public @Nullable String ref() {
    for (ExtendedProperty property : properties) {
      if (property.id().endsWith(" Name meetingRef")) {
        return property.value();
      }
    }
    return null;
  }

  /** The change key, which Exchange changes once by itself a while after the create. */
  String changeKey(Instant now, Duration settlesAfter) {
    int written = version + (now.isBefore(created.plus(settlesAfter)) ? 0 : 1);
    return ChangeKey.of(mailbox.id(), number, written);
  }

  Event written(Instant now, Slot newSlot, String newContent) {
    return new Event(
        mailbox,
        number,
        state,
        moves,
        version + 1,
        created,
        now,
        newSlot,
        newContent,
        transactionId,
        request,
        properties,
        origin,
        mails,
        awaited);
  }

  Event tagged(List<ExtendedProperty> newProperties) {
    return new Event(
        mailbox,
        number,
        state,
        moves,
        version,
        created,
        modified,
        slot,
        content,
        transactionId,
        request,
        newProperties,
        origin,
        mails,
        awaited);
  }

  /** The same at another time: an occurrence of a series. */
  Event at(Slot occurrence) {
    return new Event(
        mailbox,
        number,
        state,
        moves,
        version,
        created,
        modified,
        occurrence,
        content,
        transactionId,
        request,
        properties,
        origin,
        mails,
        awaited);
  }

  Event in(State newState) {
    return new Event(
        mailbox,
        number,
        newState,
        moves,
        version,
        created,
        modified,
        slot,
        content,
        transactionId,
        request,
        properties,
        origin,
        mails,
        awaited);
  }

  Event gone(State newState, Instant now) {
    return new Event(
        mailbox,
        number,
        newState,
        organized() ? moves + 1 : moves,
        version + 1,
        created,
        now,
        slot,
        content,
        transactionId,
        request,
        properties,
        origin,
        mails,
        List.of());
  }

  Event mailed(Mailing mailing) {
    List<Mailing> more = new ArrayList<>(mails);
    more.add(mailing);
    return new Event(
        mailbox,
        number,
        state,
        moves,
        version,
        created,
        modified,
        slot,
        content,
        transactionId,
        request,
        properties,
        origin,
        List.copyOf(more),
        awaited);
  }

  /** With one more answer to be taken in. */
  Event answered(Answer answer) {
    List<Answer> more = new ArrayList<>(awaited);
    more.add(answer);
    return awaiting(more);
  }

  Event awaiting(List<Answer> answers) {
    return new Event(
        mailbox,
        number,
        state,
        moves,
        version,
        created,
        modified,
        slot,
        content,
        transactionId,
        request,
        properties,
        origin,
        mails,
        List.copyOf(answers));
  }
}
