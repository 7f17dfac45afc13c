package dev.convene.webex.steps;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.JoinDetails;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.MeetingRefused;
import dev.convene.contracts.Reason;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Step;
import dev.convene.defaults.sealing.Seal;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.Webex;
import dev.convene.webex.meetings.WebexMeeting;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.worker.Attempt;
import dev.convene.worker.EndedMeetings;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import dev.convene.worker.StepHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@link ScheduleMeeting} → {@link MeetingCreated} or {@link MeetingRefused}.
 *
 * <p>Webex has no key for idempotency. So a meeting that may have been made before is looked for by
 * our mark first, and its absence is believed only once Webex has had the time to show it.
 */
@Component
class CreateMeeting implements StepHandler<ScheduleMeeting> {

  private final Webex webex;
  private final EndedMeetings ended;
  private final Seal seal;
  private final StepsProperties properties;
  private final InstantSource clock;

  CreateMeeting(
      Webex webex,
      EndedMeetings ended,
      Seal seal,
      StepsProperties properties,
      InstantSource clock) {
    this.webex = webex;
    this.ended = ended;
    this.seal = seal;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Step step() {
    return Step.CREATE_MEETING;
  }

  @Override
  public Class<ScheduleMeeting> takes() {
    return ScheduleMeeting.class;
  }

  @Override
  public Outcome attempt(ScheduleMeeting command, Attempt attempt) {
    if (attempt.isCareful() && ended.contains(command.meetingId())) {
      // Said before, and perhaps not heard; or somebody has cancelled it while it waited.
      return refused(command, attempt, endedBefore());
    }
    Instant triedAt = attempt.possiblyTriedAt();
    return triedAt == null ? create(command, attempt) : lookThenCreate(command, attempt, triedAt);
  }

  private Outcome lookThenCreate(ScheduleMeeting command, Attempt attempt, Instant triedAt) {
    return switch (webexFor(command).find(command.meetingId(), command.details())) {
      case Answer.Done(Optional<WebexMeeting> found) ->
          found.isPresent()
              ? created(command, attempt, found.get())
              : believedAbsent(triedAt, () -> create(command, attempt));
      case Answer<Optional<WebexMeeting>> notNow -> postponed(notNow, Trace.NOT_TRIED);
    };
  }

  private Outcome believedAbsent(Instant triedAt, Supplier<Outcome> then) {
    Duration left = Duration.between(clock.instant(), triedAt.plus(properties.visibilityLag()));
    if (!left.isPositive()) {
      return then.get();
    }
    Duration wait = left.compareTo(properties.lookAgain()) < 0 ? left : properties.lookAgain();
    Reason reason =
        new Reason(
            "webex.looking",
            "An answer of Webex was lost; Convene makes sure that the meeting was not made before"
                + " it makes one.");
    return new Postponed(reason, wait, Trace.NOT_TRIED);
  }

  private Outcome create(ScheduleMeeting command, Attempt attempt) {
    WebexMeetings meetings = webexFor(command);
    attempt.lease().requireHeld();
    return switch (meetings.create(command.meetingId(), command.details())) {
      case Answer.Done(WebexMeeting meeting) -> created(command, attempt, meeting);
      case Answer.Refused(Reason reason) -> ended(command, attempt, reason);
      case Answer<WebexMeeting> notNow -> postponed(notNow, Trace.NO_EFFECT);
    };
  }

  @Override
  public Instant giveUpAt(ScheduleMeeting command, Instant firstAttemptAt) {
    Instant start = command.details().start().atZone(command.details().timeZone()).toInstant();
    Instant patienceEnds = firstAttemptAt.plus(properties.patience());
    return start.isBefore(patienceEnds) ? start : patienceEnds;
  }

  /**
   * A meeting that is there after all is not deleted: this may be a copy of a command whose meeting
   * has its invitation by now. Who acts on what is said looks first.
   */
  @Override
  public Outcome giveUp(ScheduleMeeting command, Attempt attempt, Reason last) {
    if (ended.contains(command.meetingId())) {
      return refused(command, attempt, endedBefore());
    }
    Instant triedAt = attempt.possiblyTriedAt();
    if (triedAt == null) {
      return ended(command, attempt, last);
    }
    return switch (webexFor(command).find(command.meetingId(), command.details())) {
      case Answer.Done(Optional<WebexMeeting> found) ->
          found.isPresent()
              ? created(command, attempt, found.get())
              : believedAbsent(triedAt, () -> ended(command, attempt, last));
      case Answer<Optional<WebexMeeting>> notNow ->
          postponedOrHandedOver(notNow, command, attempt, null);
    };
  }

  /**
   * A meeting that is there is deleted: an operator who wants this ended sees that nobody has been
   * invited to it.
   */
  @Override
  public Outcome abandon(ScheduleMeeting command, Attempt attempt, Reason why) {
    // First, so that no copy of the command that is still under way makes the meeting after all.
    ended.add(command.meetingId());
    Instant triedAt = attempt.possiblyTriedAt();
    if (triedAt == null) {
      return refused(command, attempt, why);
    }
    return switch (webexFor(command).find(command.meetingId(), command.details())) {
      case Answer.Done(Optional<WebexMeeting> found) ->
          found.isPresent()
              ? delete(command, attempt, found.get(), why)
              : believedAbsent(triedAt, () -> refused(command, attempt, why));
      case Answer<Optional<WebexMeeting>> notNow ->
          postponedOrHandedOver(notNow, command, attempt, null);
    };
  }

  private Outcome delete(
      ScheduleMeeting command, Attempt attempt, WebexMeeting meeting, Reason why) {
    return switch (webexFor(command).delete(meeting.id(), command.host())) {
      case Answer.Done<?> _ -> refused(command, attempt, why);
      case Answer<?> notNow -> postponedOrHandedOver(notNow, command, attempt, meeting.id());
    };
  }

  private WebexMeetings webexFor(ScheduleMeeting command) {
    return webex.as(command.requestedBy(), command.meetingId());
  }

  private Outcome postponedOrHandedOver(
      Answer<?> answer, ScheduleMeeting command, Attempt attempt, @Nullable String leftover) {
    Outcome outcome = postponed(answer, Trace.NO_EFFECT);
    Instant enough = giveUpAt(command, attempt.firstAt()).plus(properties.patience());
    return outcome instanceof Postponed(var reason, var _, var _)
            && !clock.instant().isBefore(enough)
        ? new Completed(
            new AttentionNeeded(
                command.meetingId(),
                command.host(),
                reason,
                leftover,
                attempt.endingAt(clock.instant())))
        : outcome;
  }

  private Outcome created(ScheduleMeeting command, Attempt attempt, WebexMeeting meeting) {
    UUID id = command.meetingId();
    JoinDetails join =
        new JoinDetails(
            meeting.webLink(),
            meeting.meetingNumber(),
            sealed(meeting.password(), id),
            sealed(meeting.phonePassword(), id),
            meeting.sipAddress(),
            meeting.accessCode(),
            meeting.dialIns());
    return new Completed(
        new MeetingCreated(
            id,
            command.generation(),
            command.requestedBy(),
            command.details(),
            meeting.id(),
            join,
            attempt.endingAt(clock.instant())));
  }

  private @Nullable String sealed(@Nullable String secret, UUID meetingId) {
    return secret == null ? null : seal.seal(secret, meetingId.toString());
  }

  private Outcome ended(ScheduleMeeting command, Attempt attempt, Reason reason) {
    // Before it is said: what has failed must not succeed by a late copy.
    ended.add(command.meetingId());
    return refused(command, attempt, reason);
  }

  private static Reason endedBefore() {
    return new Reason(
        MeetingRefused.ENDED_BEFORE,
        "This request had ended before, and no meeting is left of it. Schedule it again.");
  }

  private Outcome refused(ScheduleMeeting command, Attempt attempt, Reason reason) {
    return new Completed(
        new MeetingRefused(
            command.meetingId(), command.host(), reason, attempt.endingAt(clock.instant())));
  }

  private static Outcome postponed(Answer<?> answer, Trace whenTried) {
    return Postponements.of(answer, whenTried);
  }
}
