package dev.convene.auth.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Renews tokens before anybody has to wait for one, and wraps anew what an older key wraps.
 * Replicas may do both at the same time: a row has one lease, and a row that has changed is left
 * alone.
 */
@Component
class Caretaker {

  private static final Logger log = LoggerFactory.getLogger(Caretaker.class);

  /** Who was active that lately finds a token ready. */
  private static final Duration ACTIVE = Duration.ofDays(1);

  /** A vendor forgets a refresh token that nobody has used for 90 days. */
  private static final Duration UNTOUCHED = Duration.ofDays(30);

  private static final int AT_ONCE = 50;

  private final GrantStore store;
  private final Envelope envelope;
  private final Renewal renewal;
  private final InstantSource clock;

  Caretaker(GrantStore store, Envelope envelope, Renewal renewal, InstantSource clock) {
    this.store = store;
    this.envelope = envelope;
    this.renewal = renewal;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${convene.vault.care-every:PT15S}",
      fixedDelayString = "${convene.vault.care-every:PT15S}")
  void check() {
    try {
      renewWhatIsDue();
      while (rewrapSome() > 0) {
        log.info("grants are wrapped anew with key {}", envelope.keyId());
      }
    } catch (DataAccessException e) {
      log.warn("The vault cannot be looked after just now: {}", e.toString());
    }
  }

  /** The most urgent ones, at once; the others with the next round. */
  void renewWhatIsDue() {
    Instant now = clock.instant();
    List<Grant> due = store.due(now, now.minus(ACTIVE), now.minus(UNTOUCHED), AT_ONCE);
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(grant -> together.execute(() -> renew(grant)));
    }
  }

  private void renew(Grant grant) {
    try {
      renewal.renew(grant);
    } catch (RuntimeException e) {
      log.warn("The grant of {} cannot be renewed just now: {}", grant.id().person(), e.toString());
    }
  }

  /** How many of those that an older key wraps are wrapped by the newest now. */
  int rewrapSome() {
    int done = 0;
    for (Grant grant : store.wrappedByOtherThan(envelope.keyId(), AT_ONCE)) {
      String sealed = grant.sealed();
      if (sealed != null
          && store.rewrapped(grant, envelope.seal(envelope.open(sealed, grant.id()), grant.id()))) {
        done++;
      }
    }
    return done;
  }
}
