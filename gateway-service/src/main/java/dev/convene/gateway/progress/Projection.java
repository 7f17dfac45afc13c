package dev.convene.gateway.progress;

import dev.convene.contracts.MeetingMessage;
import dev.convene.defaults.messaging.Decoded;
import dev.convene.defaults.messaging.Decoded.Problem;
import dev.convene.gateway.kafka.BatchHandler;
import dev.convene.gateway.kafka.DeadLetter;
import dev.convene.gateway.kafka.DeadLetters;
import dev.convene.gateway.progress.Folding.Folded;
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
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Folds what one poll brought into the meetings' rows, in one transaction, and then tells other
 * systems what has changed for them. When either fails the whole batch comes again, which changes
 * nothing for what had been folded already, and says again what may not have been said.
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
  private final Folding folding;
  private final OutcomeTopic outcomes;
  private final CheckResults checkResults;
  private final DeadLetters deadLetters;
  private final TransactionalOperator transaction;
  private final InstantSource clock;
  private final Counter projected;
  private final DistributionSummary batches;

  Projection(
      EventReader reader,
      ProgressStore store,
      Folding folding,
      OutcomeTopic outcomes,
      CheckResults checkResults,
      DeadLetters deadLetters,
      TransactionalOperator transaction,
      InstantSource clock,
      MeterRegistry metrics) {
    this.reader = reader;
    this.store = store;
    this.folding = folding;
    this.outcomes = outcomes;
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
        Result result =
            fold(heard).as(transaction::transactional).blockOptional(LONGEST).orElseThrow();
        outcomes.say(result.announcements());
        dead.addAll(result.unknown());
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

  /**
   * What is left to do when a batch is folded.
   *
   * @param unknown news of meetings that do not exist
   */
  private record Result(List<Announcement> announcements, List<DeadLetter> unknown) {}

  private Mono<Result> fold(Map<UUID, List<Heard>> heard) {
    Instant now = clock.instant();
    return store
        .lock(heard.keySet())
        .collectList()
        .flatMap(rows -> {
          List<Change> changes = new ArrayList<>();
          List<Announcement> announcements = new ArrayList<>();
          Map<UUID, List<Heard>> unknown = new LinkedHashMap<>(heard);
          for (Row row : rows) {
            Folded folded = folding.fold(row, heard.getOrDefault(row.id(), List.of()), now);
            folded.change().ifPresent(changes::add);
            announcements.addAll(folded.announcements());
            unknown.remove(row.id());
          }
          return store
              .write(changes, now)
              .thenReturn(new Result(announcements, ofUnknownMeetings(unknown)));
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
