package dev.convene.gateway.progress;

import dev.convene.contracts.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts what checks came to, and tells the log of what a person must look at. */
@Component
class CheckResults {

  private static final Logger log = LoggerFactory.getLogger(CheckResults.class);

  private final MeterRegistry metrics;

  CheckResults(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void count(Heard heard) {
    Reason reason = heard.fact().reason();
    switch (heard.fact().outcome()) {
      case REPAIRED -> {
        metrics.counter("convene.repairs", "kind", code(reason)).increment();
        log.info("Meeting {}: {}", heard.meetingId(), reason == null ? "" : reason.message());
      }
      case CHECKED -> {
        metrics.counter("convene.check.findings", "kind", code(reason)).increment();
        if (reason != null) {
          log.warn("Meeting {} needs attention: {}", heard.meetingId(), reason.message());
        }
      }
      case CREATED,
          REFUSED,
          SENT,
          FAILED,
          WITHDRAWN,
          CANCEL_ASKED,
          DELETED,
          CANCELLED,
          DELAYED,
          NEEDS_ATTENTION,
          ABANDONED -> {}
    }
  }

  private static String code(@Nullable Reason reason) {
    return reason == null ? "none" : reason.code();
  }
}
