package dev.convene.gateway.progress;

import dev.convene.contracts.MeetingMessage;

/** Progress as it comes of events. */
public final class Told {

  private Told() {}

  public static Progress of(MeetingMessage... events) {
    Progress progress = Progress.none();
    for (MeetingMessage event : events) {
      Fact fact = Fact.of(event.toString(), event);
      progress = fact == null ? progress : progress.with(fact);
    }
    return progress;
  }
}
