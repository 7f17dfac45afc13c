package dev.convene.simulation;

import dev.convene.contracts.InviteFailed;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MeetingWithdrawn;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.worker.Attempt;
import dev.convene.worker.Outcome;
import dev.convene.worker.StepHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A step with a bug in it. */
record PlantedStep<M extends MeetingMessage>(StepHandler<M> real, Plant plant, InstantSource clock)
    implements StepHandler<M> {

  static List<StepHandler<?>> all(List<StepHandler<?>> real, Plant plant, InstantSource clock) {
    return switch (plant) {
      case COMPENSATION_IGNORED ->
          real.stream().filter(step -> step.step() != Step.WITHDRAW_MEETING).toList();
      case NO_LOOK_BEFORE_CREATE, COMPENSATION_DROPPED, LOST_TAKEN_FOR_NO, WAITING_NOT_TAKEN_AWAY ->
          real.stream().<StepHandler<?>>map(step -> planted(step, plant, clock)).toList();
      default -> real;
    };
  }

  private static <M extends MeetingMessage> StepHandler<M> planted(
      StepHandler<M> step, Plant plant, InstantSource clock) {
    return new PlantedStep<>(step, plant, clock);
  }

  @Override
  public Step step() {
    return real.step();
  }

  @Override
  public Class<M> takes() {
    return real.takes();
  }

  @Override
  public Outcome attempt(M message, Attempt attempt) {
    return switch (plant) {
      case NO_LOOK_BEFORE_CREATE ->
          real.attempt(
              message,
              new Attempt(
                  attempt.step(),
                  attempt.number(),
                  attempt.firstAt(),
                  null,
                  attempt.lease(),
                  false));
      case COMPENSATION_DROPPED ->
          message instanceof InviteFailed failed
              ? new Outcome.Completed(
                  new MeetingWithdrawn(
                      failed.meetingId(),
                      failed.host(),
                      failed.reason(),
                      attempt.endingAt(clock.instant())))
              : real.attempt(message, attempt);
      case WAITING_NOT_TAKEN_AWAY ->
          real.attempt(
              message,
              new Attempt(
                  attempt.step(),
                  attempt.number(),
                  attempt.firstAt(),
                  attempt.possiblyTriedAt(),
                  attempt.lease(),
                  false));
      case LOST_TAKEN_FOR_NO -> certain(real.attempt(message, attempt));
      default -> real.attempt(message, attempt);
    };
  }

  private static Outcome certain(Outcome outcome) {
    return outcome instanceof Outcome.Postponed(var reason, var wait, var trace)
            && trace == Outcome.Trace.UNKNOWN
        ? new Outcome.Postponed(reason, wait, Outcome.Trace.NO_EFFECT)
        : outcome;
  }

  @Override
  public Instant giveUpAt(M message, Instant firstAttemptAt) {
    return real.giveUpAt(message, firstAttemptAt);
  }

  @Override
  public Outcome giveUp(M message, Attempt attempt, Reason last) {
    return real.giveUp(message, attempt, last);
  }
}
