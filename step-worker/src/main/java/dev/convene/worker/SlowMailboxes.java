package dev.convene.worker;

import dev.convene.worker.WorkerProperties.SlowMailboxProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mailboxes whose calls take far longer than everybody else's. Their steps are worked on beside the
 * batches, where nobody waits for them. Only a few can be that at a time: where more of them are
 * slow it is the provider, and parking everything would help nobody.
 */
final class SlowMailboxes {

  private static final Logger log = LoggerFactory.getLogger(SlowMailboxes.class);

  /** Of what a batch's attempts took in this one's share of what is typical. */
  private static final double SHARE = 0.2;

  /** What was slow again so shortly after is avoided for twice as long; and never for longer. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final SlowMailboxProperties properties;
  private final InstantSource clock;
  private final Map<String, Mark> marks = new HashMap<>();
  private volatile Duration typical;

  private record Mark(int times, Instant until) {}

  SlowMailboxes(SlowMailboxProperties properties, InstantSource clock) {
    this.properties = properties;
    this.clock = clock;
    this.typical = properties.assumed();
  }

  /** A longer attempt than this makes its mailbox a slow one. */
  Duration patience() {
    Duration patience = typical.multipliedBy(properties.times());
    return patience.compareTo(properties.least()) < 0 ? properties.least() : patience;
  }

  /** What the attempts of a batch took; what is typical follows over some batches. */
  void learn(Pace pace) {
    Duration median = pace.median();
    if (median != null) {
      double millis = typical.toMillis() * (1 - SHARE) + median.toMillis() * SHARE;
      typical = Duration.ofMillis((long) millis);
    }
  }

  synchronized boolean contains(String mailbox) {
    Mark mark = marks.get(mailbox);
    return mark != null && clock.instant().isBefore(mark.until());
  }

  /**
   * Marks those mailboxes, if they are few enough to be the exception.
   *
   * @return whether they are marked now
   */
  synchronized boolean mark(Set<String> mailboxes) {
    Instant now = clock.instant();
    marks.values().removeIf(mark -> mark.until().plus(LONGEST).isBefore(now));
    long others =
        marks.entrySet().stream()
            .filter(mark -> now.isBefore(mark.getValue().until()))
            .filter(mark -> !mailboxes.contains(mark.getKey()))
            .count();
    if (others + mailboxes.size() > properties.most()) {
      return false;
    }
    mailboxes.forEach(mailbox ->
        marks.compute(mailbox, (_, before) -> before == null ? first(now) : again(before, now)));
    return true;
  }

  private Mark first(Instant now) {
    log.info(
        "A mailbox has kept a provider busy for {} ms and more, where {} ms are usual; its steps"
            + " go on beside the others",
        patience().toMillis(),
        typical.toMillis());
    return new Mark(1, now.plus(properties.apart()));
  }

  private Mark again(Mark before, Instant now) {
    int times = now.isBefore(before.until()) ? before.times() : before.times() + 1;
    Duration apart = properties.apart().multipliedBy(1L << Math.min(times - 1, 10));
    return new Mark(times, now.plus(apart.compareTo(LONGEST) < 0 ? apart : LONGEST));
  }
}
