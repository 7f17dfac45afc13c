package dev.convene.gateway.operations;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the workers what operators want, from a thread of its own. Every replica has one; an action
 * is with one of them at a time. What does not reach Kafka is sent again until it does.
 */
@Component
class Outbox implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String NEXT =
      """
      select number, messages::text as messages from operator_action
      where messages is not null order by number limit 1 for update skip locked
      """;

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final Actions actions;
  private final Orders orders;
  private final JsonMapper mapper;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("orders").factory());
  private boolean complained;
  private volatile boolean running;

  Outbox(
      DatabaseClient database,
      TransactionalOperator transaction,
      Actions actions,
      Orders orders,
      JsonMapper mapper) {
    this.database = database;
    this.transaction = transaction;
    this.actions = actions;
    this.orders = orders;
    this.mapper = mapper;
  }

  private record Untold(long number, List<Actions.Message> messages) {}

  @Override
  public void start() {
    running = true;
    var _ = thread.scheduleWithFixedDelay(this::sendAll, 1, 1, TimeUnit.SECONDS);
  }

  /** There is something to send; without this it would be found within a second. */
  void look() {
    try {
      thread.execute(this::sendAll);
    } catch (RejectedExecutionException e) {
      log.debug("The last order is left to another replica, or to the next start", e);
    }
  }

  private void sendAll() {
    try {
      boolean more = true;
      while (running && more) {
        more = Boolean.TRUE.equals(sendNext().block(PATIENCE));
      }
      complained = false;
    } catch (RuntimeException e) {
      if (running && !complained) {
        log.warn("What operators want does not reach the workers just now: {}", e.toString());
        complained = true;
      }
    }
  }

  /** Whether there was something. */
  private Mono<Boolean> sendNext() {
    return database
        .sql(NEXT)
        .map(this::untold)
        .one()
        .flatMap(next -> send(next).then(actions.told(next.number())).thenReturn(true))
        .defaultIfEmpty(false)
        .as(transaction::transactional);
  }

  private Mono<Void> send(Untold next) {
    return Mono.fromFuture(() ->
            CompletableFuture.allOf(
                next.messages().stream().map(orders::send).toArray(CompletableFuture<?>[]::new)))
        .subscribeOn(Schedulers.boundedElastic())
        .timeout(KAFKA_PATIENCE);
  }

  private Untold untold(Readable row) {
    String messages = Objects.requireNonNull(row.get("messages", String.class));
    return new Untold(
        Objects.requireNonNull(row.get("number", Long.class)),
        Arrays.asList(mapper.readValue(messages, Actions.Message[].class)));
  }

  @Override
  public void stop() {
    running = false;
    thread.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops after the web server and before the binding that it sends through. */
  @Override
  public int getPhase() {
    return 1;
  }
}
