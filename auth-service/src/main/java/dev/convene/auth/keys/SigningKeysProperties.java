package dev.convene.auth.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rotateEvery how long a key signs before the next one does
 * @param publishAhead how long a new key is published before it signs; longer than any replica's
 *     {@code refresh}, so that all know it by then
 * @param verifyFor how long a key is still published after the next one signs: longer than any
 *     token lives
 * @param refresh how long a replica goes on with the keys that it has read
 */
@ConfigurationProperties("convene.signing-keys")
record SigningKeysProperties(
    @DefaultValue("30d") Duration rotateEvery,
    @DefaultValue("1m") Duration publishAhead,
    @DefaultValue("1h") Duration verifyFor,
    @DefaultValue("5s") Duration refresh) {

  SigningKeysProperties {
    if (publishAhead.compareTo(refresh) <= 0) {
      throw new IllegalArgumentException(
          "convene.signing-keys.publish-ahead must be longer than refresh: a replica that has not"
              + " read a key yet cannot verify what it signed");
    }
  }
}
