package dev.convene.worker;

import dev.convene.contracts.MeetingMessage;
import dev.convene.defaults.messaging.Decoded;
import dev.convene.defaults.messaging.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;

/**
 * Takes a batch of records and returns what is to be published for it; the binder publishes that
 * and commits the offsets in one Kafka transaction. When it returns, every record is finished,
 * parked or a dead letter. When it throws, nothing of it counts, and the batch comes again.
 */
final class Batch implements Function<Message<List<byte[]>>, List<Message<byte[]>>> {

  private final MessageCodec<MeetingMessage> codec;
  private final Handlers handlers;
  private final TriedBefore triedBefore;
  private final StepRunner runner;
  private final Lanes lanes;
  private final Parking parking;
  private final Outbound outbound;
  private final DeadLetters deadLetters;
  private final Supplier<Lease> leases;
  private final InstantSource clock;
  private final Duration budget;

  Batch(
      MessageCodec<MeetingMessage> codec,
      Handlers handlers,
      TriedBefore triedBefore,
      StepRunner runner,
      Lanes lanes,
      Parking parking,
      Outbound outbound,
      DeadLetters deadLetters,
      Supplier<Lease> leases,
      InstantSource clock,
      Duration budget) {
    this.codec = codec;
    this.handlers = handlers;
    this.triedBefore = triedBefore;
    this.runner = runner;
    this.lanes = lanes;
    this.parking = parking;
    this.outbound = outbound;
    this.deadLetters = deadLetters;
    this.leases = leases;
    this.clock = clock;
    this.budget = budget;
  }

  /** A piece of work, and until when it may have been tried before. */
  private record Item(Work<?> work, @Nullable Instant possiblyTriedAt) {}

  private record Ended(Work<?> work, Verdict verdict) {}

  @Override
  public List<Message<byte[]>> apply(Message<List<byte[]>> batch) {
    Lease lease = leases.get();
    List<Inbound> records = Inbound.of(batch);
    List<Message<byte[]>> out = new ArrayList<>(records.size());
    List<Item> items = new ArrayList<>(records.size());
    for (Inbound record : records) {
      switch (codec.decode(record.headers(), record.body())) {
        case Decoded.Known(var envelope, var message) -> {
          Work<?> work = handlers.workFor(envelope, message);
          if (work != null) {
            items.add(item(record, work));
          }
        }
        case Decoded.Unreadable<?> unreadable -> out.add(deadLetters.of(record, unreadable));
      }
    }
    records.forEach(record -> triedBefore.started(record.partition(), record.offset() + 1));
    finish(run(withoutParked(items), lease), out);
    return out;
  }

  private Item item(Inbound record, Work<?> work) {
    Instant tried = triedBefore.by(record.partition(), record.offset());
    if (tried == null) {
      tried = triedBefore.by(work.identity());
    }
    if (tried == null && work.envelope().resent()) {
      tried = clock.instant();
    }
    triedBefore.worked(work.identity());
    return new Item(tried == null ? work : work.mayHaveBeenTried(), tried);
  }

  /** What may have been tried may also be parked; it is worked on there, and nowhere else. */
  private List<Item> withoutParked(List<Item> items) {
    List<Work.Identity> careful =
        items.stream()
            .filter(item -> item.possiblyTriedAt() != null)
            .map(item -> item.work().identity())
            .toList();
    Set<Work.Identity> parked = parking.parkedAmong(careful);
    return parked.isEmpty()
        ? items
        : items.stream().filter(item -> !parked.contains(item.work().identity())).toList();
  }

  private List<Ended> run(List<Item> items, Lease lease) {
    Instant end = clock.instant().plus(budget);
    return lanes.run(
        items,
        item -> item.work().message().host(),
        item -> item.work().message().meetingId(),
        item -> new Ended(item.work(), run(item, lease, end)));
  }

  private Verdict run(Item item, Lease lease, Instant end) {
    Instant now = clock.instant();
    Attempt attempt = new Attempt(item.work().step(), 1, now, item.possiblyTriedAt(), lease);
    return now.isBefore(end) ? runner.run(item.work(), attempt) : runner.notStarted(attempt);
  }

  private void finish(List<Ended> ended, List<Message<byte[]>> out) {
    List<Parking.Entry<?>> toPark = new ArrayList<>();
    for (Ended each : ended) {
      boolean resent = each.work().envelope().resent();
      triedBefore.worked(each.work().identity());
      switch (each.verdict()) {
        case Verdict.Finished(var messages) ->
            messages.forEach(message -> out.add(outbound.message(message, resent)));
        case Verdict.Waiting waiting -> {
          toPark.add(new Parking.Entry<>(each.work(), waiting));
          out.add(outbound.message(Delays.of(each.work(), waiting, clock.instant()), resent));
        }
      }
    }
    parking.park(toPark);
  }
}
