package dev.convene.auth.keys;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the next key when it is time, and removes those that nobody needs. One replica at once. */
@Component
class KeyRotation {

  private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

  private final SigningKeyStore store;
  private final TransactionOperations transactions;
  private final SigningKeysProperties properties;
  private final InstantSource clock;

  KeyRotation(
      SigningKeyStore store,
      TransactionOperations transactions,
      SigningKeysProperties properties,
      InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${convene.signing-keys.check-every:PT1M}",
      fixedDelayString = "${convene.signing-keys.check-every:PT1M}")
  void check() {
    try {
      rotateWhenDue();
    } catch (DataAccessException | TransactionException e) {
      log.warn("The signing keys cannot be looked after just now: {}", e.toString());
    }
  }

  /** Where no key is due, does nothing. */
  void rotateWhenDue() {
    transactions.executeWithoutResult(_ -> {
      store.lock();
      Instant now = now();
      KeyRing ring = store.read();
      if (ring.isDue(now, properties.rotateEvery())) {
        add(ring, now);
      }
      store.remove(ring.retired(now, properties.verifyFor()));
    });
  }

  /** Makes the next key before its time; where one is on its way already, leaves it at that. */
  void rotateNow() {
    transactions.executeWithoutResult(_ -> {
      store.lock();
      Instant now = now();
      KeyRing ring = store.read();
      if (!ring.hasNext(now)) {
        add(ring, now);
      }
    });
  }

  private void add(KeyRing ring, Instant now) {
    Instant signsFrom = ring.keys().isEmpty() ? now : now.plus(properties.publishAhead());
    SigningKey key = SigningKey.generate(now, signsFrom);
    store.add(key);
    log.info("{} signs from {}", key, signsFrom);
  }

  /** As PostgreSQL keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
