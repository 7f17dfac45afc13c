package dev.convene.gateway.streaming;

import dev.convene.gateway.progress.MeetingChannel;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Hears from PostgreSQL which meetings got further, whichever replica projected it, on a connection
 * of its own that is made again when it is lost.
 */
@Component
class Listener implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Listener.class);
  private static final Duration CHECK_EVERY = Duration.ofSeconds(20);
  private static final Duration CHECK_WITHIN = Duration.ofSeconds(5);

  private final Mono<PostgresqlConnection> connect;
  private final Hub hub;
  private volatile @Nullable Disposable listening;

  Listener(R2dbcConnectionDetails database, Hub hub) {
    ConnectionFactory factory =
        new PostgresqlConnectionFactoryProvider().create(database.getConnectionFactoryOptions());
    this.connect = Mono.from(factory.create()).cast(PostgresqlConnection.class);
    this.hub = hub;
  }

  @Override
  public void start() {
    listening =
        Flux.usingWhen(connect, this::listen, PostgresqlConnection::close)
            .retryWhen(
                Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
                    .maxBackoff(Duration.ofSeconds(10))
                    .transientErrors(true)
                    .doBeforeRetry(signal -> lost(signal.totalRetriesInARow(), signal.failure())))
            .subscribe();
  }

  private Flux<Void> listen(PostgresqlConnection connection) {
    Flux<Void> heard =
        connection
            .getNotifications()
            .doOnNext(notification -> {
              String payload = notification.getParameter();
              if (payload != null) {
                MeetingChannel.ids(payload).forEach(hub::nudge);
              }
            })
            .thenMany(Flux.error(new IllegalStateException("the connection was closed")));
    Flux<Void> checked =
        Flux.interval(CHECK_EVERY).onBackpressureDrop().concatMap(_ -> check(connection));
    return connection
        .createStatement("listen " + MeetingChannel.NAME)
        .execute()
        .flatMap(result -> result.getRowsUpdated())
        .doOnComplete(hub::nudgeAll) // for what was missed before
        .<Void>thenMany(Flux.merge(heard, checked));
  }

  private static Mono<Void> check(PostgresqlConnection connection) {
    return connection
        .validate(ValidationDepth.REMOTE)
        .timeout(CHECK_WITHIN)
        .flatMap(alive ->
            alive
                ? Mono.empty()
                : Mono.error(new IllegalStateException("the connection does not answer")));
  }

  private static void lost(long times, Throwable failure) {
    if (times == 0) {
      log.warn("Progress is not heard of just now, streams will lag: {}", failure.toString());
    }
  }

  @Override
  public void stop() {
    Disposable running = listening;
    if (running != null) {
      running.dispose();
      listening = null;
    }
  }

  @Override
  public boolean isRunning() {
    return listening != null;
  }
}
