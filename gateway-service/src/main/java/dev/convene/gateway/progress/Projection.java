package dev.convene.gateway.progress;

import dev.convene.contracts.MeetingMessage;
import dev.convene.defaults.messaging.Decoded;
import dev.convene.defaults.messaging.Decoded.Problem;
import dev.convene.gateway.kafka.BatchHandler;
import dev.convene.gateway.kafka.DeadLetter;
import dev.convene.gateway.kafka.DeadLetters;
import dev.convene.gateway.progress.ProgressStore.Change;
import dev.convene.gateway.progress.ProgressStore.Row;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Folds what one poll brought into the meetings' rows, in one transaction. When that fails the
 * whole batch comes again, which changes nothing for what had been folded already.
 */
@Component
class Projection implements BatchHandler {

  private static final Logger log = LoggerFactory.getLogger(Projection.class);

  /** Well below the broker's patience with a consumer that does not poll. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** The row was there before the command was: this event is not about one of our requests. */
  private static final String UNKNOWN_MEETING = "unknown-meeting";

  private final EventReader reader;
  private final ProgressStore store;
  private final SweepTimes sweepTimes;
  private final Disturbances disturbances;
  private final CheckResults checkResults;
  private final DeadLetters deadLetters;
  private final TransactionalOperator transaction;
  private final InstantSource clock;
  private final Counter projected;
  private final DistributionSummary batches;

  Projection(
      EventReader reader,
      ProgressStore store,
      SweepTimes sweepTimes,
      Disturbances disturbances,
      CheckResults checkResults,
      DeadLetters deadLetters,
      TransactionalOperator transaction,
      InstantSource clock,
      MeterRegistry metrics) {
    this.reader = reader;
    this.store = store;
    this.sweepTimes = sweepTimes;
    this.disturbances = disturbances;
    this.checkResults = checkResults;
    this.deadLetters = deadLetters;
    this.transaction = transaction;
    this.clock = clock;
    this.projected = metrics.counter("convene.events.projected");
    this.batches = metrics.summary("convene.events.batch");
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> records) {
    List<DeadLetter> dead = new ArrayList<>();
    Map<UUID, List<Heard>> heard = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      read(record, heard, dead);
    }
    if (!heard.isEmpty()) {
      try {
        dead.addAll(
            fold(heard).as(transaction::transactional).blockOptional(LONGEST).orElseThrow());
      } catch (RuntimeException e) {
        log.warn(
            "{} events cannot be projected now and will be tried again: {}",
            records.size(),
            e.toString());
        throw e;
      }
    }
    heard.values().forEach(news -> news.forEach(checkResults::count));
    deadLetters.send(dead);
    projected.increment((double) records.size() - dead.size());
    batches.record(records.size());
  }

  private void read(
      ConsumerRecord<byte[], byte[]> record, Map<UUID, List<Heard>> heard, List<DeadLetter> dead) {
    switch (reader.read(record)) {
      case Decoded.Unreadable<MeetingMessage> unreadable ->
          dead.add(new DeadLetter(record, name(unreadable.problem()), unreadable.reason()));
      case Decoded.Known<MeetingMessage> known -> {
        Fact fact = Fact.of(known.envelope().id(), known.message());
        if (fact != null) {
          UUID id = known.message().meetingId();
          Heard news = new Heard(id, fact, known.envelope().resent(), record);
          heard.computeIfAbsent(id, _ -> new ArrayList<>()).add(news);
        }
      }
    }
  }

  /** Folds the facts; what is left over concerns meetings that do not exist. */
  private Mono<List<DeadLetter>> fold(Map<UUID, List<Heard>> heard) {
    Instant now = clock.instant();
    return store
        .lock(heard.keySet())
        .collectList()
        .flatMap(rows -> {
          List<Change> changes = new ArrayList<>();
          Map<UUID, List<Heard>> unknown = new LinkedHashMap<>(heard);
          for (Row row : rows) {
            List<Heard> news = heard.getOrDefault(row.id(), List.of());
            Progress after = row.progress();
            for (Heard each : news) {
              after = after.with(each.fact());
            }
            Optional<Instant> checkAt = disturbances.checkAt(row, after, news, now);
            boolean surelyChecked = checkAt.isPresent() && row.checkAt().isEmpty();
            if (!after.equals(row.progress()) || surelyChecked) {
              changes.add(
                  new Change(
                      row.id(),
                      after,
                      sweepTimes.after(after, now),
                      checkAt,
                      row.progress().trouble().isPresent()));
            }
            unknown.remove(row.id());
          }
          return store.write(changes, now).thenReturn(ofUnknownMeetings(unknown));
        });
  }

  private static List<DeadLetter> ofUnknownMeetings(Map<UUID, List<Heard>> unknown) {
    return unknown.values().stream()
        .flatMap(List::stream)
        .map(news ->
            new DeadLetter(
                news.record(),
                UNKNOWN_MEETING,
                "no request of this gateway has the id " + news.meetingId()))
        .toList();
  }

  private static String name(Problem problem) {
    return problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
