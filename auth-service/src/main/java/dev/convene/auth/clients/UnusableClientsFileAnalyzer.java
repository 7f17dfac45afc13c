package dev.convene.auth.clients;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what to mend instead of a stack trace. */
class UnusableClientsFileAnalyzer extends AbstractFailureAnalyzer<UnusableClientsFile> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableClientsFile cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
  }
}
