package dev.convene.gateway.accepting;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.gateway.accepting.Accepting.Accepted;
import dev.convene.gateway.accepting.Accepting.KeyReused;
import dev.convene.gateway.accepting.Accepting.Repeated;
import dev.convene.gateway.access.Caller;
import dev.convene.gateway.database.DatabaseAway;
import dev.convene.gateway.publishing.Publisher;
import dev.convene.gateway.requests.Reading.Valid;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/** Takes valid requests: first the row, then the command. */
@Component
class Acceptance {

  private static final int FIRST_GENERATION = 1;

  private final Inserts inserts;
  private final Publisher publisher;
  private final JsonMapper mapper;
  private final InstantSource clock;
  private final Duration patience;
  private final GroupCommit<NewMeeting, Accepting> groupCommit;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
  private final Counter accepted;
  private final Counter repeated;
  private final DistributionSummary groups;

  Acceptance(
      Inserts inserts,
      Publisher publisher,
      JsonMapper mapper,
      InstantSource clock,
      AcceptingProperties properties,
      MeterRegistry metrics) {
    this.inserts = inserts;
    this.publisher = publisher;
    this.mapper = mapper;
    this.clock = clock;
    this.patience = properties.patience();
    this.groupCommit =
        new GroupCommit<>(
            this::insert,
            properties.mostTogether(),
            properties.mostUnderWay(),
            properties.mostWaiting());
    this.accepted = metrics.counter("convene.requests.accepted");
    this.repeated = metrics.counter("convene.requests.repeated");
    this.groups = metrics.summary("convene.requests.together");
    metrics.gauge("convene.requests.waiting", groupCommit, GroupCommit::waiting);
  }

  /**
   * Makes a request durable and sends its command on.
   *
   * @param traceparent of the request, handed on to Kafka
   * @return fails when the database is away; then nothing is promised
   */
  Mono<Accepting> accept(
      Caller caller, @Nullable String idempotencyKey, Valid request, @Nullable String traceparent) {
    NewMeeting meeting = newMeeting(caller, idempotencyKey, request);
    return groupCommit
        .submit(meeting)
        .timeout(patience)
        .doOnNext(outcome -> follow(outcome, meeting, traceparent));
  }

  private void follow(Accepting outcome, NewMeeting meeting, @Nullable String traceparent) {
    switch (outcome) {
      case Accepted _ -> {
        accepted.increment();
        publisher.publish(
            new ScheduleMeeting(
                meeting.id(), FIRST_GENERATION, meeting.caller().requester(), meeting.details()),
            traceparent);
      }
      case Repeated _ -> repeated.increment();
      case KeyReused _ -> {
        // counted as the problem that it is answered with
      }
    }
  }

  private Mono<List<Accepting>> insert(List<NewMeeting> meetings) {
    groups.record(meetings.size());
    return inserts
        .insert(meetings)
        .retryWhen(Retry.backoff(3, Duration.ofMillis(50)).filter(DatabaseAway::isCauseOf))
        .timeout(patience);
  }

  private NewMeeting newMeeting(Caller caller, @Nullable String idempotencyKey, Valid request) {
    String json = mapper.writeValueAsString(request.details());
    return new NewMeeting(
        ids.generate(),
        caller,
        idempotencyKey,
        hash(json),
        json,
        request.details(),
        request.start(),
        request.end(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** Of what was understood, not of what was sent: blanks and the order of fields do not matter. */
  private static String hash(String json) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
