package dev.convene.webex.steps;

import dev.convene.contracts.CheckMeeting;
import dev.convene.contracts.MeetingChecked;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.Webex;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.worker.Attempt;
import dev.convene.worker.EndedMeetings;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Trace;
import dev.convene.worker.StepHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * {@link CheckMeeting} → {@link MeetingChecked}: deletes the meetings that should not be there and
 * that nobody was invited to, and says what is.
 *
 * <p>What is missing is not made again: a person may have deleted it. A check that comes to nothing
 * in its time says nothing; the gateway asks again, with what it knows by then.
 */
@Component
class CheckAtWebex implements StepHandler<CheckMeeting> {

  private final Webex webex;
  private final EndedMeetings ended;
  private final InstantSource clock;

  CheckAtWebex(Webex webex, EndedMeetings ended, InstantSource clock) {
    this.webex = webex;
    this.ended = ended;
    this.clock = clock;
  }

  @Override
  public Step step() {
    return Step.CHECK_MEETING;
  }

  @Override
  public Class<CheckMeeting> takes() {
    return CheckMeeting.class;
  }

  @Override
  public Outcome attempt(CheckMeeting command, Attempt attempt) {
    if (!clock.instant().isBefore(command.validUntil())) {
      return nothingToSay();
    }
    WebexMeetings meetings = webex.as(command.requestedBy(), command.meetingId());
    return switch (meetings.marked(
        command.meetingId(), command.host(), command.start(), command.end())) {
      case Answer.Done(List<String> marked) -> withNamed(meetings, command, attempt, marked);
      case Answer<List<String>> notNow -> notNow(notNow);
    };
  }

  /** The meeting that the timeline names may have been moved out of the list's sight. */
  private Outcome withNamed(
      WebexMeetings meetings, CheckMeeting command, Attempt attempt, List<String> marked) {
    String named = command.webexMeetingId();
    if (named == null || marked.contains(named)) {
      return compared(meetings, command, attempt, marked);
    }
    return switch (meetings.exists(named, command.host())) {
      case Answer.Done(Boolean exists) -> {
        List<String> live = new ArrayList<>(marked);
        if (exists) {
          live.add(named);
        }
        yield compared(meetings, command, attempt, live);
      }
      case Answer<Boolean> notNow -> notNow(notNow);
    };
  }

  private Outcome compared(
      WebexMeetings meetings, CheckMeeting command, Attempt attempt, List<String> live) {
    List<String> surplus = surplus(command, live);
    if (command.expected().isNothing() && !surplus.isEmpty()) {
      // First, so that no late copy of an older command makes it again behind our back.
      ended.add(command.meetingId());
    }
    List<String> deleted = new ArrayList<>();
    for (String id : surplus) {
      switch (meetings.delete(id, command.host())) {
        case Answer.Done<?> _ -> deleted.add(id);
        // It stays among the living, for a person to see.
        case Answer.Refused<?>(Reason _) -> {}
        case Answer<?> notNow -> {
          return notNow(notNow);
        }
      }
    }
    List<String> left = live.stream().filter(id -> !deleted.contains(id)).toList();
    return new Completed(
        new MeetingChecked(
            command.meetingId(),
            command.host(),
            command.requestedBy(),
            command.round(),
            command.expected(),
            command.validUntil(),
            left,
            deleted,
            attempt.endingAt(clock.instant())));
  }

  /** What nobody can have been invited to. Where it is not certain which that is, nothing. */
  private static List<String> surplus(CheckMeeting command, List<String> live) {
    return switch (command.expected()) {
      case NONE, CANCELLED -> live;
      case BOTH, UNSURE ->
          command.webexMeetingId() != null && live.contains(command.webexMeetingId())
              ? live.stream().filter(id -> !id.equals(command.webexMeetingId())).toList()
              : List.of();
    };
  }

  private static Outcome notNow(Answer<?> answer) {
    return answer instanceof Answer.Refused<?>
        ? nothingToSay()
        : Postponements.of(answer, Trace.NO_EFFECT);
  }

  @Override
  public Instant giveUpAt(CheckMeeting command, Instant firstAttemptAt) {
    return command.validUntil();
  }

  @Override
  public Outcome giveUp(CheckMeeting command, Attempt attempt, Reason last) {
    return nothingToSay();
  }

  private static Outcome nothingToSay() {
    return new Completed(List.of());
  }
}
