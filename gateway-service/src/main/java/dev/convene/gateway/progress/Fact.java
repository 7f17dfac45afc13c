package dev.convene.gateway.progress;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.CalendarEvent;
import dev.convene.contracts.InvitationChecked;
import dev.convene.contracts.InviteCancelled;
import dev.convene.contracts.InviteFailed;
import dev.convene.contracts.InviteSent;
import dev.convene.contracts.JoinDetails;
import dev.convene.contracts.MeetingChecked;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.MeetingDeleted;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MeetingRefused;
import dev.convene.contracts.MeetingWithdrawn;
import dev.convene.contracts.Reason;
import dev.convene.contracts.SchedulingCommand;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepDelayed;
import dev.convene.contracts.StepRun;
import dev.convene.contracts.WebexEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one event taught us, without what the request says already.
 *
 * @param id of the event; copies of one fact share it
 * @param number its place in the order of arrival, from 1
 * @param webexMeetingId the Webex meeting that was created, that the invitation leads to, or that a
 *     check found
 * @param join where the meeting was created; passwords are sealed
 * @param webLink the event in Outlook on the web, where the invitation was sent
 * @param leftover the vendor's id of what may still exist; of an invitation, the event that was
 *     sent, and of a check, the event that it found
 */
public record Fact(
    String id,
    int number,
    Outcome outcome,
    StepRun step,
    @Nullable Reason reason,
    @Nullable Instant nextAttemptAt,
    @Nullable String webexMeetingId,
    @Nullable JoinDetails join,
    @Nullable String webLink,
    @Nullable String leftover) {

  /**
   * Of two copies that differ, the earlier run tells the story; the text decides only so that the
   * choice never depends on which came first.
   */
  static final Comparator<Fact> EARLIER =
      Comparator.comparing((Fact fact) -> fact.step().endedAt())
          .thenComparing(fact -> fact.step().startedAt())
          .thenComparing(fact -> fact.numbered(0).toString());

  /** What an event says, not yet numbered; null where that changes nothing. */
  static @Nullable Fact of(String id, MeetingMessage message) {
    return switch (message) {
      case WebexEvent event -> ofWebex(id, event);
      case CalendarEvent event -> ofCalendar(id, event);
      case SchedulingCommand _ -> null;
    };
  }

  private static @Nullable Fact ofWebex(String id, WebexEvent event) {
    return switch (event) {
      case MeetingCreated created ->
          new Fact(
              id,
              0,
              Outcome.CREATED,
              created.step(),
              null,
              null,
              created.webexMeetingId(),
              created.join(),
              null,
              null);
      case MeetingRefused refused ->
          because(id, Outcome.REFUSED, refused.step(), refused.reason(), null, null);
      case MeetingWithdrawn withdrawn ->
          because(id, Outcome.WITHDRAWN, withdrawn.step(), withdrawn.reason(), null, null);
      case MeetingDeleted deleted -> plain(id, Outcome.DELETED, deleted.step());
      case MeetingChecked checked -> repaired(id, checked);
      case StepDelayed delayed -> delayed(id, delayed);
      case AttentionNeeded needed -> attention(id, needed);
    };
  }

  private static @Nullable Fact ofCalendar(String id, CalendarEvent event) {
    return switch (event) {
      case InviteSent sent ->
          new Fact(
              id,
              0,
              Outcome.SENT,
              sent.step(),
              null,
              null,
              sent.webexMeetingId(),
              null,
              sent.webLink(),
              sent.eventId());
      case InviteFailed failed ->
          because(id, Outcome.FAILED, failed.step(), failed.reason(), null, null);
      case InviteCancelled cancelled -> plain(id, Outcome.CANCELLED, cancelled.step());
      case InvitationChecked checked -> checked(id, checked);
      case StepDelayed delayed -> delayed(id, delayed);
      case AttentionNeeded needed -> attention(id, needed);
    };
  }

  /** That a check waits is nobody's concern: the request has ended. */
  private static @Nullable Fact delayed(String id, StepDelayed delayed) {
    return delayed.step().name().isCheck()
        ? null
        : because(
            id, Outcome.DELAYED, delayed.step(), delayed.reason(), delayed.nextAttemptAt(), null);
  }

  private static @Nullable Fact repaired(String id, MeetingChecked checked) {
    return checked.deleted().isEmpty()
        ? null
        : because(id, Outcome.REPAIRED, checked.step(), Findings.repaired(checked), null, null);
  }

  private static Fact checked(String id, InvitationChecked checked) {
    return new Fact(
        id,
        0,
        Outcome.CHECKED,
        checked.step(),
        Findings.of(checked),
        null,
        first(checked.webexMeetingIds()),
        null,
        null,
        first(checked.eventIds()));
  }

  private static @Nullable String first(List<String> ids) {
    return ids.isEmpty() ? null : ids.getFirst();
  }

  private static Fact attention(String id, AttentionNeeded needed) {
    return because(
        id, Outcome.NEEDS_ATTENTION, needed.step(), needed.reason(), null, needed.leftover());
  }

  /** That somebody wants the meeting cancelled, from now on. */
  public static Fact cancelAsked(Instant now) {
    return plain("cancel", Outcome.CANCEL_ASKED, new StepRun(Step.DELETE_MEETING, now, now, 0));
  }

  private static Fact plain(String id, Outcome outcome, StepRun step) {
    return new Fact(id, 0, outcome, step, null, null, null, null, null, null);
  }

  /** What an operator says who has finished by hand what needed attention. */
  public static Fact abandoned(String id, Step step, Reason reason, Instant now) {
    return because(id, Outcome.ABANDONED, new StepRun(step, now, now, 0), reason, null, null);
  }

  private static Fact because(
      String id,
      Outcome outcome,
      StepRun step,
      Reason reason,
      @Nullable Instant nextAttemptAt,
      @Nullable String leftover) {
    return new Fact(id, 0, outcome, step, reason, nextAttemptAt, null, null, null, leftover);
  }

  boolean mayComeAgain() {
    return outcome == Outcome.DELAYED
        || outcome == Outcome.NEEDS_ATTENTION
        || outcome == Outcome.REPAIRED;
  }

  Fact numbered(int place) {
    return new Fact(
        id, place, outcome, step, reason, nextAttemptAt, webexMeetingId, join, webLink, leftover);
  }

  /**
   * Whether the other says what this says. A step may be delayed, and need attention each time that
   * an operator has it tried again, and a meeting be repaired, many times; two meetings may have
   * been made for one; everything else ends once.
   */
  boolean isSameAs(Fact other) {
    return outcome == other.outcome
        && switch (outcome) {
          case DELAYED, NEEDS_ATTENTION, REPAIRED -> id.equals(other.id);
          case CREATED -> Objects.equals(webexMeetingId, other.webexMeetingId);
          case REFUSED,
              SENT,
              FAILED,
              WITHDRAWN,
              CANCEL_ASKED,
              DELETED,
              CANCELLED,
              ABANDONED,
              CHECKED ->
              step.name() == other.step.name();
        };
  }

  /** Of two copies of a check the later holds; of all else the earlier tells the story. */
  boolean holdsAgainst(Fact same) {
    return outcome == Outcome.CHECKED
        ? EARLIER.compare(this, same) >= 0
        : EARLIER.compare(this, same) <= 0;
  }

  /** Whether the timeline shows it: a check that found all as it should be is not worth a line. */
  public boolean isShown() {
    return outcome != Outcome.CHECKED || reason != null;
  }
}
