package dev.convene.auth.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The keys that are in use now, read again every few seconds. */
@Component
public class SigningKeys implements JWKSource<SecurityContext>, SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

  private record Read(KeyRing ring, Instant at) {}

  private final SigningKeyStore store;
  private final KeyRotation rotation;
  private final SigningKeysProperties properties;
  private final InstantSource clock;
  private volatile @Nullable Read last;

  SigningKeys(
      SigningKeyStore store,
      KeyRotation rotation,
      SigningKeysProperties properties,
      InstantSource clock) {
    this.store = store;
    this.rotation = rotation;
    this.properties = properties;
    this.clock = clock;
  }

  /** The first replica of all makes the first key. */
  @Override
  public void afterSingletonsInstantiated() {
    rotation.rotateWhenDue();
  }

  /** The published keys that the selector asks for, with their private parts. */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(new JWKSet(published().stream().<JWK>map(SigningKey::jwk).toList()));
  }

  /** Of several that fit, the one that signs now. */
  public JWK signing(List<JWK> candidates) {
    String id = current().signing(clock.instant()).id();
    return candidates.stream()
        .filter(candidate -> id.equals(candidate.getKeyID()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the key that signs now is not among them"));
  }

  List<SigningKey> published() {
    return current().published(clock.instant(), properties.verifyFor());
  }

  boolean signsNow(SigningKey key) {
    return current().signing(clock.instant()).id().equals(key.id());
  }

  /** Reads the keys again with the next use. */
  void forget() {
    last = null;
  }

  private KeyRing current() {
    Read known = last;
    Instant now = clock.instant();
    if (known != null && now.isBefore(known.at().plus(properties.refresh()))) {
      return known.ring();
    }
    try {
      KeyRing ring = store.read();
      last = new Read(ring, now);
      return ring;
    } catch (DataAccessException e) {
      if (known == null) {
        throw e;
      }
      // Tokens can be verified for as long as the keys are known.
      log.warn("The signing keys cannot be read again: {}", e.toString());
      last = new Read(known.ring(), now);
      return known.ring();
    }
  }
}
