package dev.convene.auth.keys;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys, for operators. Their private parts never leave the service. */
@RestController
@RequestMapping("/api/v1/signing-keys")
class SigningKeysApi {

  private static final Logger log = LoggerFactory.getLogger(SigningKeysApi.class);

  private final SigningKeys keys;
  private final KeyRotation rotation;

  SigningKeysApi(SigningKeys keys, KeyRotation rotation) {
    this.keys = keys;
    this.rotation = rotation;
  }

  /** All that are published, the oldest first. */
  record Published(List<Key> keys) {}

  /**
   * @param signing whether this is the one that signs now
   */
  record Key(String id, Instant createdAt, Instant signsFrom, boolean signing) {}

  @GetMapping
  Published list() {
    return new Published(
        keys.published().stream()
            .map(key -> new Key(key.id(), key.createdAt(), key.signsFrom(), keys.signsNow(key)))
            .toList());
  }

  /** The next key is published at once, and signs as soon as every replica knows it. */
  @PostMapping
  Published rotate(Authentication caller) {
    log.info("{} asks for the next signing key", caller.getName());
    rotation.rotateNow();
    keys.forget();
    return list();
  }
}
