package dev.convene.worker;

import dev.convene.contracts.MeetingMessage;
import java.util.List;
import java.util.Set;

/** Where work waits for its next attempt: durable, and found by any replica. */
interface Parking {

  /** Work to be parked. */
  record Entry<M extends MeetingMessage>(Work<M> work, Verdict.Waiting waiting) {}

  /** Parks all; what is parked already stays as it is. Durable on return. */
  void park(List<Entry<?>> entries);

  /** Which of these wait here already, or are being worked on from here. */
  Set<Work.Identity> parkedAmong(List<Work.Identity> identities);
}
