package dev.convene.worker;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which topics to make instead of printing a stack trace. */
class MissingTopicsFailureAnalyzer extends AbstractFailureAnalyzer<MissingTopics> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MissingTopics cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Make it, with as many partitions as you like: what cannot be read is set aside there.",
        cause);
  }
}
