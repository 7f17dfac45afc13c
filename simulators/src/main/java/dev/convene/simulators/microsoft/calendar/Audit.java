package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.node.ObjectNode;

/** Counts what no careful client does, so that a test can assert that it never happened. */
public final class Audit {
  private final LongAdder startless = new LongAdder();
  private final LongAdder onlineMeetings = new LongAdder();
  private final LongAdder conflictingTransactionIds = new LongAdder();
  private final LongAdder overConcurrency = new LongAdder();

  void startless() {
    startless.increment();
  }

  void onlineMeeting() {
    onlineMeetings.increment();
  }

  void conflictingTransactionId() {
    conflictingTransactionIds.increment();
  }

  public void overConcurrency() {
    overConcurrency.increment();
  }

  public ObjectNode json() {
    return Json.object()
        .put("startlessCreates", startless.sum())
        .put("onlineMeetingsAskedFor", onlineMeetings.sum())
        .put("conflictingTransactionIds", conflictingTransactionIds.sum())
        .put("refusedByMailboxConcurrency", overConcurrency.sum());
  }

  public void reset() {
    startless.reset();
    onlineMeetings.reset();
    conflictingTransactionIds.reset();
    overConcurrency.reset();
  }
}
