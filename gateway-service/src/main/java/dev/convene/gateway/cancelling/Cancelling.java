package dev.convene.gateway.cancelling;

import dev.convene.gateway.access.Caller;
import dev.convene.gateway.access.Reach;
import dev.convene.gateway.meetings.Meeting;
import dev.convene.gateway.meetings.MeetingStore;
import dev.convene.gateway.meetings.MeetingStore.Seen;
import dev.convene.gateway.progress.Cancellation;
import dev.convene.gateway.progress.ProgressStore;
import dev.convene.gateway.progress.ProgressStore.Change;
import dev.convene.gateway.progress.SweepTimes;
import dev.convene.gateway.publishing.Publisher;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes it durable that a meeting is to be cancelled, and sends the command on: at once where the
 * workers have been heard of it, else by the sweeper, when it is certain that the command comes
 * after the one that schedules.
 */
@Component
class Cancelling {

  private static final String WANT = "update meeting set cancellation = $2::jsonb where id = $1";

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final MeetingStore meetings;
  private final ProgressStore progress;
  private final SweepTimes sweepTimes;
  private final Publisher publisher;
  private final InstantSource clock;
  private final JsonMapper mapper;

  Cancelling(
      DatabaseClient database,
      TransactionalOperator transaction,
      MeetingStore meetings,
      ProgressStore progress,
      SweepTimes sweepTimes,
      Publisher publisher,
      InstantSource clock,
      JsonMapper mapper) {
    this.database = database;
    this.transaction = transaction;
    this.meetings = meetings;
    this.progress = progress;
    this.sweepTimes = sweepTimes;
    this.publisher = publisher;
    this.clock = clock;
    this.mapper = mapper;
  }

  /**
   * The meeting as it stands then: being cancelled, or as it was where there is nothing to cancel
   * any more. Empty where the caller has no such meeting.
   *
   * @param note to the attendees; who is first has it
   * @param traceparent of the request, handed on to Kafka
   */
  Mono<Meeting> cancel(
      Caller caller, UUID id, @Nullable String note, @Nullable String traceparent) {
    Reach own = Reach.of(caller).ownOnly();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Cancellation wanted = new Cancellation(caller.requester(), now, note);
    return meetings
        .find(id, own)
        .flatMap(seen ->
            want(seen.meeting(), wanted, now)
                .flatMap(begun ->
                    meetings
                        .find(id, own)
                        .map(Seen::meeting)
                        .doOnNext(meeting -> {
                          if (begun) {
                            send(meeting, wanted, traceparent);
                          }
                        })));
  }

  /** Whether this is what began it. */
  private Mono<Boolean> want(Meeting meeting, Cancellation wanted, Instant now) {
    return progress
        .lock(Set.of(meeting.id()))
        .next()
        .flatMap(
            row -> Mono.justOrEmpty(Cancellation.begun(row, meeting.acceptedAt(), sweepTimes, now)))
        .flatMap(change -> begin(change, wanted, now))
        .defaultIfEmpty(false)
        .as(transaction::transactional);
  }

  private Mono<Boolean> begin(Change change, Cancellation wanted, Instant now) {
    return progress
        .write(List.of(change), now)
        .then(
            database
                .sql(WANT)
                .bind(0, change.id())
                .bind(1, mapper.writeValueAsString(wanted))
                .then())
        .thenReturn(true);
  }

  private void send(Meeting meeting, Cancellation wanted, @Nullable String traceparent) {
    if (meeting.progress().isHeardOf()) {
      publisher.publish(
          wanted.command(
              meeting.id(), meeting.requestedBy(), meeting.details(), meeting.progress()),
          traceparent);
    }
  }
}
