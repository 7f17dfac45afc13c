package dev.convene.simulators.webex;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** All that the Webex side holds, and what its parts share. */
final class Webex {
  final InstantSource clock;
  final WebexSettings settings = new WebexSettings();
  final Tokens tokens;
  final XmlTickets tickets;
  final Limits limits;
  final MeetingStore store = new MeetingStore();
  final Invitees invitees = new Invitees();
  final Outbox outbox = new Outbox();
  final Preferences.Store preferences = new Preferences.Store();
  final Access access;

  Webex(InstantSource clock) {
    this.clock = clock;
    this.tokens = new Tokens(clock, settings);
    this.tickets = new XmlTickets(clock, settings);
    this.limits = new Limits(clock, settings);
    this.access = new Access(tokens, store);
  }

  Instant now() {
    return clock.instant();
  }

  boolean refusesUnknownFields() {
    return settings.unknownFields.get().equals("refuse");
  }

  /** Whether lists and reads show it yet. */
  boolean visible(Meeting meeting) {
    return !now().isBefore(meeting.createdAt().plus(settings.visibilityDelay.get()));
  }

  /** Mails the host and all invitees. */
  void mail(Outbox.Kind kind, Meeting meeting) {
    List<String> to =
        Stream.concat(
                Stream.of(meeting.host()), invitees.of(meeting.id()).stream().map(Invitee::key))
            .distinct()
            .toList();
    outbox.send(kind, meeting, to, now());
  }

  void reset() {
    tokens.reset();
    limits.reset();
    store.clear();
    invitees.clear();
    outbox.clear();
    preferences.clear();
  }
}
