package dev.convene.worker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Lets batches begin only while this process is sure to be a member of its group. Says once that
 * batches fail, and once that they do no more: they come again until they can.
 */
final class SteadyBatch implements Function<Message<List<byte[]>>, List<Message<byte[]>>> {

  private static final Logger log = LoggerFactory.getLogger(SteadyBatch.class);

  private final Function<Message<List<byte[]>>, List<Message<byte[]>>> batch;
  private final Membership membership;
  private final Counter failures;
  private boolean failing; // by the consumer's thread alone

  SteadyBatch(
      MeterRegistry meters,
      Membership membership,
      Function<Message<List<byte[]>>, List<Message<byte[]>>> batch) {
    this.failures = meters.counter("convene.batches.failed");
    this.membership = membership;
    this.batch = batch;
  }

  @Override
  public List<Message<byte[]>> apply(Message<List<byte[]>> records) {
    try {
      membership.require(records);
      List<Message<byte[]>> out = batch.apply(records);
      if (failing) {
        log.info("Batches are done again");
        failing = false;
      }
      return out;
    } catch (RuntimeException e) {
      failures.increment();
      membership.doubt();
      if (!failing) {
        log.warn("A batch cannot be done now, and comes again until it can: {}", e.toString());
        failing = true;
      }
      throw e;
    }
  }
}
