package dev.convene.worker;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Ends what a killed process of this instance left open at Kafka. Its offsets stand in a
 * transaction, and until that has ended nobody can tell where to go on: the successor would wait
 * for Kafka to time it out. Runs before anything is consumed; where Kafka is away, waiting for the
 * time-out is all that is lost.
 */
final class PredecessorFence implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PredecessorFence.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Supplier<ProducerFactory<byte[], byte[]>> producers;
  private volatile boolean running;

  /**
   * @param producers know how Kafka is reached, and what this instance's transactional ids begin
   *     with: the same as its predecessor's where INSTANCE_ID is set
   */
  PredecessorFence(Supplier<ProducerFactory<byte[], byte[]>> producers) {
    this.producers = producers;
  }

  @Override
  public void start() {
    running = true;
    ProducerFactory<byte[], byte[]> factory = producers.get();
    String prefix = Objects.requireNonNull(factory.getTransactionIdPrefix());
    try (Admin admin = Admin.create(factory.getConfigurationProperties())) {
      List<String> open = openTransactions(admin, prefix);
      if (!open.isEmpty()) {
        admin.fenceProducers(open).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        log.info("Ended {} transactions that the process before left open", open.size());
      }
    } catch (ExecutionException | TimeoutException e) {
      log.warn("What the process before left open at Kafka could not be ended: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> openTransactions(Admin admin, String prefix)
      throws ExecutionException, InterruptedException, TimeoutException {
    ListTransactionsOptions ongoing =
        new ListTransactionsOptions()
            .filterStates(List.of(TransactionState.ONGOING))
            .timeoutMs((int) PATIENCE.toMillis());
    return admin
        .listTransactions(ongoing)
        .all()
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .stream()
        .map(TransactionListing::transactionalId)
        .filter(id -> id.startsWith(prefix))
        .toList();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the bindings, which are the last to start. */
  @Override
  public int getPhase() {
    return 0;
  }
}
