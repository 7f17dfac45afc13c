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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
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

  private record Ended(Work<?> work, Verdict verdict) {}

  @Override
  public List<Message<byte[]>> apply(Message<List<byte[]>> batch) {
    Lease lease = leases.get();
    List<Inbound> records = Inbound.of(batch);
    List<Message<byte[]>> out = new ArrayList<>(records.size());
    List<Work<?>> items = new ArrayList<>(records.size());
    for (Inbound record : records) {
      switch (codec.decode(record.headers(), record.body())) {
        case Decoded.Known(var envelope, var message) -> {
          Work<?> work = handlers.workFor(envelope, message);
          if (work != null) {
            items.add(marked(record, work));
          }
        }
        case Decoded.Unreadable<?> unreadable -> out.add(deadLetters.of(record, unreadable));
      }
    }
    records.forEach(record -> triedBefore.started(record.partition(), record.offset() + 1));
    finish(run(withoutParked(items), lease), out);
    return out;
  }

  private Work<?> marked(Inbound record, Work<?> work) {
    return triedBefore.mayHaveBeen(record.partition(), record.offset())
            || triedBefore.knows(work.identity())
        ? work.mayHaveBeenTried()
        : work;
  }

  /** What may have been tried may also be parked; it is worked on there, and nowhere else. */
  private List<Work<?>> withoutParked(List<Work<?>> items) {
    List<Work.Identity> careful =
        items.stream().filter(work -> work.envelope().resent()).map(Work::identity).toList();
    Set<Work.Identity> parked = parking.parkedAmong(careful);
    return parked.isEmpty()
        ? items
        : items.stream().filter(work -> !parked.contains(work.identity())).toList();
  }

  private List<Ended> run(List<Work<?>> items, Lease lease) {
    Instant end = clock.instant().plus(budget);
    Set<Work.Identity> waiting = ConcurrentHashMap.newKeySet();
    return lanes.run(
        items,
        work -> work.message().host(),
        work -> work.message().meetingId(),
        work -> run(work, lease, end, waiting));
  }

  /**
   * The copies of one message run one after the other, so that only here it is known what became of
   * the one before: where it waits, this one leaves; where it ended, this one looks first.
   */
  private Ended run(Work<?> arrived, Lease lease, Instant end, Set<Work.Identity> waiting) {
    Work.Identity identity = arrived.identity();
    Work<?> work = triedBefore.cameBy(identity) ? arrived.mayHaveBeenTried() : arrived;
    if (waiting.contains(identity)) {
      return new Ended(work, new Verdict.Finished(List.of()));
    }
    Instant now = clock.instant();
    Instant possiblyTriedAt = work.envelope().resent() ? now : null;
    Attempt attempt = new Attempt(work.step(), 1, now, possiblyTriedAt, lease);
    Verdict verdict = now.isBefore(end) ? runner.run(work, attempt) : runner.notStarted(attempt);
    if (!(verdict instanceof Verdict.Finished)) {
      waiting.add(identity);
    }
    return new Ended(work, verdict);
  }

  private void finish(List<Ended> ended, List<Message<byte[]>> out) {
    List<Parking.Entry<?>> toPark = new ArrayList<>();
    for (Ended each : ended) {
      boolean resent = each.work().envelope().resent();
      switch (each.verdict()) {
        case Verdict.Finished(var messages) ->
            messages.forEach(message -> out.add(outbound.message(message, resent)));
        case Verdict.Waiting waiting -> {
          toPark.add(new Parking.Entry<>(each.work(), waiting));
          out.add(outbound.message(Delays.of(each.work(), waiting, clock.instant()), resent));
        }
        case Verdict.HandedOver over -> {
          toPark.add(Parking.Entry.handedOver(each.work(), over, clock.instant()));
          out.add(outbound.message(over.attention(), resent));
        }
      }
    }
    parking.park(toPark);
  }
}
