package dev.convene.worker;

import dev.convene.contracts.MeetingMessage;
import java.util.List;

/** Publishes outside a batch, for parked steps. */
interface Publisher {

  /** On return all are durable on their topic; on an exception some may be. */
  void publish(List<? extends MeetingMessage> messages, boolean resent);
}
