package dev.convene.gateway.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.gateway.access.Caller;
import dev.convene.gateway.deadletters.Letters.Found;
import dev.convene.gateway.kafka.Outlet;
import dev.convene.gateway.operations.Actions;
import dev.convene.gateway.operations.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends dead letters again, to where they stood: the same key, value, headers and id, marked as a
 * further copy, so that whoever acts on it looks first.
 */
@Component
class Replayer {

  private static final String OURS = "dead-letter-";
  private static final String RESENT = "ce_resent";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Letters letters;
  private final Replays replays;
  private final Actions actions;
  private final TransactionalOperator transaction;
  private final Outlet outlet;

  Replayer(
      Letters letters,
      Replays replays,
      Actions actions,
      TransactionalOperator transaction,
      Outlet outlet) {
    this.letters = letters;
    this.replays = replays;
    this.actions = actions;
    this.transaction = transaction;
    this.outlet = outlet;
  }

  /**
   * What came of it.
   *
   * @param action absent where nothing was found, and so nothing was done
   */
  record Replayed(@Nullable Long action, List<String> replayed, List<String> notFound) {}

  Mono<Replayed> replay(Caller caller, String reason, List<String> ids) {
    List<LetterId> known = ids.stream().flatMap(id -> LetterId.read(id).stream()).toList();
    return letters.findAll(known).flatMap(found -> send(caller, reason, ids, found));
  }

  private Mono<Replayed> send(Caller caller, String reason, List<String> ids, List<Found> found) {
    List<String> names = found.stream().map(letter -> letter.id().toString()).toList();
    List<String> missing = new ArrayList<>(ids);
    missing.removeAll(names);
    if (found.isEmpty()) {
      return Mono.just(new Replayed(null, names, missing));
    }
    return note(caller, reason, found, names)
        .flatMap(number ->
            send(found)
                .then(replays.sent(number))
                .then(actions.told(number))
                .thenReturn(new Replayed(number, names, missing)));
  }

  private Mono<Long> note(Caller caller, String reason, List<Found> found, List<String> names) {
    List<LetterId> ids = found.stream().map(Found::id).toList();
    return actions
        .number()
        .flatMap(number ->
            actions
                .note(number, caller, Kind.REPLAY, reason, names, List.of())
                .then(replays.note(ids, number, caller.requester().subject()))
                .thenReturn(number))
        .as(transaction::transactional);
  }

  private Mono<Void> send(List<Found> found) {
    return Mono.fromFuture(() ->
            CompletableFuture.allOf(
                found.stream()
                    .map(letter -> outlet.send(copy(letter)))
                    .toArray(CompletableFuture<?>[]::new)))
        .subscribeOn(Schedulers.boundedElastic())
        .timeout(PATIENCE)
        .onErrorMap(
            e -> new Letters.Unavailable("Kafka does not take the dead letters just now.", e));
  }

  static ProducerRecord<byte[], byte[]> copy(
      LetterTopic topic, ConsumerRecord<byte[], byte[]> letter) {
    RecordHeaders headers = new RecordHeaders();
    for (Header header : letter.headers()) {
      if (!header.key().startsWith(OURS) && !header.key().equals(RESENT)) {
        headers.add(header);
      }
    }
    headers.add(RESENT, "true".getBytes(UTF_8));
    return new ProducerRecord<>(topic.source(), null, letter.key(), letter.value(), headers);
  }

  private static ProducerRecord<byte[], byte[]> copy(Found letter) {
    return copy(letter.id().topic(), letter.record());
  }
}
