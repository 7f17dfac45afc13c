package dev.convene.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a worker spends its time. The defaults suit both workers.
 *
 * @param batchBudget what has not started this long after its batch was taken is parked; with the
 *     providers' own time-outs it must stay well below the consumer's session time-out (45 s)
 * @param mailboxConcurrency meetings of one mailbox that run at once; Graph allows 4 calls
 * @param attempts tries within the batch, before a step is parked
 * @param firstWait before the second try; doubles, with jitter
 * @param longestWait a longer wait than this, asked for or computed, means parking
 * @param longestPause a process that was stopped for longer than this trusts none of its leases;
 *     well below the session time-out
 * @param lateAfter what took longer than this to come into its partition may have been overtaken by
 *     a copy, and is taken for one; less than the time after which the gateway sends the first copy
 *     (30 s), by what the clocks of gateway and broker may differ
 * @param slowMailbox when a mailbox is worked on beside the batches
 * @param parking how parked steps are tried again
 */
@ConfigurationProperties("convene.worker")
public record WorkerProperties(
    @DefaultValue("20s") Duration batchBudget,
    @DefaultValue("3") int mailboxConcurrency,
    @DefaultValue("3") int attempts,
    @DefaultValue("200ms") Duration firstWait,
    @DefaultValue("2s") Duration longestWait,
    @DefaultValue("10s") Duration longestPause,
    @DefaultValue("25s") Duration lateAfter,
    @DefaultValue SlowMailboxProperties slowMailbox,
    @DefaultValue ParkingProperties parking) {

  /**
   * When a mailbox is worked on beside the batches, because a provider takes much longer for it.
   *
   * @param times what is typical for all; an attempt that takes longer makes its mailbox a slow one
   * @param least no shorter attempt does
   * @param assumed what is typical, before there was any attempt
   * @param most mailboxes at once; where more are slow, it is the provider
   * @param apart for how long, since its last slow attempt; doubles each time, up to 10 minutes
   * @param longestCall an attempt that was left alone may have its effect for as long; longer than
   *     what a provider's time-outs allow for all calls of an attempt
   */
  public record SlowMailboxProperties(
      @DefaultValue("8") int times,
      @DefaultValue("500ms") Duration least,
      @DefaultValue("500ms") Duration assumed,
      @DefaultValue("3") int most,
      @DefaultValue("1m") Duration apart,
      @DefaultValue("45s") Duration longestCall) {}

  /**
   * How parked steps are tried again.
   *
   * @param firstWait before a parked step's first new try; doubles, with jitter
   * @param longestWait between two tries
   * @param polling how often the table is asked for steps that are due
   * @param threads parked steps that a replica tries at once
   */
  public record ParkingProperties(
      @DefaultValue("10s") Duration firstWait,
      @DefaultValue("10m") Duration longestWait,
      @DefaultValue("1s") Duration polling,
      @DefaultValue("50") int threads) {}
}
