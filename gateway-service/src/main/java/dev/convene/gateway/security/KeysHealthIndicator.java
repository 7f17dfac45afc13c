package dev.convene.gateway.security;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * A replica that has not read the issuer's keys cannot tell good tokens from bad ones, and is not
 * ready. One that has read them goes on without the issuer.
 */
@Component
class KeysHealthIndicator implements HealthIndicator {

  private final PublishedKeys keys;

  KeysHealthIndicator(PublishedKeys keys) {
    this.keys = keys;
  }

  @Override
  public Health health() {
    return (keys.areKnown() ? Health.up() : Health.outOfService()).build();
  }
}
