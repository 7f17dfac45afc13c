package dev.convene.worker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.messaging.MessagingException;

/**
 * Says in one line, and once for each outage, that the database is away or that a batch has to come
 * again, where the libraries would say it with each attempt and in a hundred lines. Whatever else
 * they have to say passes.
 */
final class OutageLog extends TurboFilter implements AutoCloseable {

  private static final org.slf4j.Logger log = LoggerFactory.getLogger(OutageLog.class);
  private static final String SCHEDULER = "com.github.kagkarlsson.scheduler";

  /** Of Spring's listener container. */
  private static final String ROLLED_BACK = "Transaction rolled back";

  private final LoggerContext loggers;
  private final AtomicBoolean away = new AtomicBoolean();

  private OutageLog(LoggerContext loggers) {
    this.loggers = loggers;
  }

  static OutageLog install() {
    LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    OutageLog installed = new OutageLog(loggers);
    loggers.addTurboFilter(installed);
    return installed;
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] params,
      @Nullable Throwable thrown) {
    if (thrown == null) {
      return FilterReply.NEUTRAL;
    }
    if (ROLLED_BACK.equals(format)) {
      if (!isOfTheBatch(thrown)) {
        log.warn("A batch was done but not committed, and comes again: {}", root(thrown));
      }
      return FilterReply.DENY;
    }
    SQLException cause = logger.getName().startsWith(SCHEDULER) ? outage(thrown) : null;
    if (cause == null) {
      return FilterReply.NEUTRAL;
    }
    if (away.compareAndSet(false, true)) {
      log.warn("Parked steps wait: the database does not answer: {}", cause.getMessage());
    }
    return FilterReply.DENY;
  }

  /** SteadyBatch has said it by then. */
  private static boolean isOfTheBatch(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof MessagingException) {
        return true;
      }
    }
    return false;
  }

  private static String root(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  /** Connections that break, are refused or do not come in time; PostgreSQL that shuts down. */
  private static @Nullable SQLException outage(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        if (state == null || state.startsWith("08") || state.startsWith("57P")) {
          return sql;
        }
      }
    }
    return null;
  }

  /** Hears from the scheduler when it has got through again. */
  SchedulerListener recovery() {
    return new AbstractSchedulerListener() {
      @Override
      public void onExecutionStart(CurrentlyExecuting started) {
        reached();
      }

      @Override
      public void onSchedulerEvent(SchedulerEventType event) {
        if (event == SchedulerEventType.RAN_DETECT_DEAD) {
          reached();
        }
      }

      private void reached() {
        if (away.compareAndSet(true, false)) {
          log.info("Parked steps are tried again");
        }
      }
    };
  }

  @Override
  public void close() {
    loggers.getTurboFilterList().remove(this);
  }
}
