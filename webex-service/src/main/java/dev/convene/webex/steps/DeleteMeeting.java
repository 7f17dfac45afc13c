package dev.convene.webex.steps;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.CancelMeeting;
import dev.convene.contracts.MeetingDeleted;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.Webex;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.worker.Attempt;
import dev.convene.worker.EndedMeetings;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import dev.convene.worker.StepHandler;
import dev.convene.worker.WaitingSteps;
import dev.convene.worker.WaitingSteps.Found;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@link CancelMeeting} → {@link MeetingDeleted}: what runs is waited for, what waits is taken
 * away, what was made is deleted, and what may have been made is looked for until Webex has had the
 * time to show it. It only goes forward; a deletion is never taken back.
 */
@Component
class DeleteMeeting implements StepHandler<CancelMeeting> {

  /** What runs takes two calls at most, and has its outcome said. */
  private static final Duration WHILE_IT_RUNS = Duration.ofSeconds(3);

  private final Webex webex;
  private final EndedMeetings ended;
  private final WaitingSteps waiting;
  private final StepsProperties properties;
  private final InstantSource clock;

  DeleteMeeting(
      Webex webex,
      EndedMeetings ended,
      WaitingSteps waiting,
      StepsProperties properties,
      InstantSource clock) {
    this.webex = webex;
    this.ended = ended;
    this.waiting = waiting;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Step step() {
    return Step.DELETE_MEETING;
  }

  @Override
  public Class<CancelMeeting> takes() {
    return CancelMeeting.class;
  }

  @Override
  public Outcome attempt(CancelMeeting command, Attempt attempt) {
    // First, so that nothing that waits or is still under way makes the meeting behind our back.
    ended.add(command.meetingId());
    // A withdrawal deletes the same; this one will say that it is done.
    var _ = waiting.takeAway(command.meetingId(), Step.WITHDRAW_MEETING);
    return switch (waiting.takeAway(command.meetingId(), Step.CREATE_MEETING)) {
      case Found.Running() ->
          new Postponed(
              new Reason(
                  "webex.step-running",
                  "The meeting is being made at Webex just now; when that has ended, it is"
                      + " deleted."),
              WHILE_IT_RUNS,
              Trace.NOT_TRIED);
      case Found.Taken(var triedAt) ->
          triedAt == null && command.webexMeetingIds().isEmpty()
              ? deleted(command, attempt, false)
              : delete(command, attempt, triedAt);
      case Found.Nothing() -> delete(command, attempt, null);
    };
  }

  private Outcome delete(CancelMeeting command, Attempt attempt, @Nullable Instant triedAt) {
    if (!command.webexMeetingIds().isEmpty()) {
      return deleteAll(command, attempt, command.webexMeetingIds());
    }
    return switch (webexFor(command)
        .marked(command.meetingId(), command.host(), command.start(), command.end())) {
      case Answer.Done(List<String> found) ->
          found.isEmpty()
              ? believedAbsent(command, attempt, triedAt)
              : deleteAll(command, attempt, found);
      case Answer.Refused<List<String>>(Reason reason) ->
          handedOver(command, attempt, reason, null);
      case Answer<List<String>> notNow -> Postponements.of(notNow, Trace.NO_EFFECT);
    };
  }

  private WebexMeetings webexFor(CancelMeeting command) {
    return webex.as(command.scheduledBy(), command.meetingId());
  }

  private Outcome deleteAll(CancelMeeting command, Attempt attempt, List<String> ids) {
    WebexMeetings meetings = webexFor(command);
    for (String id : ids) {
      switch (meetings.delete(id, command.host())) {
        case Answer.Done<?> _ -> {}
        case Answer.Refused<?>(Reason reason) -> {
          return handedOver(command, attempt, reason, id);
        }
        case Answer<?> notNow -> {
          return Postponements.of(notNow, Trace.NO_EFFECT);
        }
      }
    }
    return deleted(command, attempt, true);
  }

  /**
   * Where it is not known when a creation was last tried, it may have been just now: from here on
   * nothing begins one, and Webex has its time.
   */
  private Outcome believedAbsent(
      CancelMeeting command, Attempt attempt, @Nullable Instant triedAt) {
    Instant known = attempt.possiblyTriedAt();
    if (known == null) {
      Instant since = triedAt == null ? clock.instant() : triedAt;
      return hasHadItsTime(since) ? deleted(command, attempt, true) : looking(since, Trace.UNKNOWN);
    }
    return hasHadItsTime(known) ? deleted(command, attempt, true) : looking(known, Trace.NOT_TRIED);
  }

  private boolean hasHadItsTime(Instant since) {
    return !clock.instant().isBefore(since.plus(properties.visibilityLag()));
  }

  private Outcome looking(Instant since, Trace trace) {
    Duration left = Duration.between(clock.instant(), since.plus(properties.visibilityLag()));
    Duration wait = left.compareTo(properties.lookAgain()) < 0 ? left : properties.lookAgain();
    Reason reason =
        new Reason(
            "webex.looking",
            "The meeting may have been made at Webex; Convene makes sure that nothing of it is"
                + " left.");
    return new Postponed(reason, wait, trace);
  }

  @Override
  public Instant giveUpAt(CancelMeeting command, Instant firstAttemptAt) {
    Instant patienceEnds = firstAttemptAt.plus(properties.patience());
    // Where no call could be made for want of a token, the first attempt is still to come.
    Instant atTheLatest = command.askedAt().plus(properties.patience().multipliedBy(2));
    return patienceEnds.isBefore(atTheLatest) ? patienceEnds : atTheLatest;
  }

  /** One last try: it is also what an operator asks for who wants it finished after all. */
  @Override
  public Outcome giveUp(CancelMeeting command, Attempt attempt, Reason last) {
    return switch (attempt(command, attempt)) {
      case Completed ended -> ended;
      case Postponed(var reason, _, _) ->
          handedOver(
              command,
              attempt,
              reason,
              command.webexMeetingIds().isEmpty() ? null : command.webexMeetingIds().getFirst());
    };
  }

  /** The rest of the cancellation is not the operator's. */
  @Override
  public List<MeetingMessage> doneByHand(CancelMeeting command, Attempt attempt) {
    return List.of(said(command, attempt, true));
  }

  private Outcome deleted(CancelMeeting command, Attempt attempt, boolean made) {
    return new Completed(said(command, attempt, made));
  }

  private MeetingDeleted said(CancelMeeting command, Attempt attempt, boolean made) {
    return new MeetingDeleted(
        command.meetingId(),
        command.host(),
        command.requestedBy(),
        command.scheduledBy(),
        command.note(),
        command.eventId(),
        made,
        attempt.endingAt(clock.instant()));
  }

  private Outcome handedOver(
      CancelMeeting command, Attempt attempt, Reason why, @Nullable String leftover) {
    Reason reason =
        new Reason(
            "webex.not-deleted",
            "The meeting is cancelled, and could not be deleted at Webex: " + why.message(),
            why.vendorTraceId());
    return new Completed(
        new AttentionNeeded(
            command.meetingId(),
            command.host(),
            reason,
            leftover,
            attempt.endingAt(clock.instant())));
  }
}
