package dev.convene.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MONTH = Duration.ofDays(30);

  private final SigningKey first = key("first", NOON);
  private final SigningKey second = key("second", NOON.plus(MONTH));
  private final KeyRing ring = new KeyRing(List.of(second, first));

  private static SigningKey key(String id, Instant signsFrom) {
    RSAKey jwk =
        new RSAKey.Builder(Base64URL.encode(new byte[256]), Base64URL.encode(new byte[] {3}))
            .keyID(id)
            .build();
    return new SigningKey(jwk, signsFrom, signsFrom);
  }

  @Test
  void aKeySignsUntilTheTimeOfTheNext() {
    assertThat(ring.signing(NOON)).isEqualTo(first);
    assertThat(ring.signing(NOON.plus(MONTH).minusNanos(1))).isEqualTo(first);
    assertThat(ring.signing(NOON.plus(MONTH))).isEqualTo(second);
  }

  @Test
  void aClockThatIsBehindStillFindsAKey() {
    assertThat(ring.signing(NOON.minusSeconds(5))).isEqualTo(first);
  }

  @Test
  void theNextKeyIsPublishedBeforeItSigns() {
    assertThat(ring.published(NOON, HOUR)).containsExactly(first, second);
  }

  @Test
  void aKeyIsPublishedForAsLongAsItsTokensMayLive() {
    Instant handover = NOON.plus(MONTH);
    assertThat(ring.published(handover.plus(HOUR), HOUR)).containsExactly(first, second);
    assertThat(ring.published(handover.plus(HOUR).plusNanos(1), HOUR)).containsExactly(second);
    assertThat(ring.retired(handover.plus(HOUR), HOUR)).isEmpty();
    assertThat(ring.retired(handover.plus(HOUR).plusNanos(1), HOUR)).containsExactly(first);
  }

  @Test
  void theLastKeyNeverRetires() {
    assertThat(ring.published(NOON.plus(MONTH).plus(Duration.ofDays(999)), HOUR))
        .containsExactly(second);
  }

  @Test
  void theNextIsDueWhenTheNewestHasSignedForLong() {
    assertThat(new KeyRing(List.of()).isDue(NOON, MONTH)).isTrue();
    assertThat(ring.isDue(NOON.plus(MONTH.multipliedBy(2)).minusNanos(1), MONTH)).isFalse();
    assertThat(ring.isDue(NOON.plus(MONTH.multipliedBy(2)), MONTH)).isTrue();
  }

  @Test
  void oneOnItsWayIsSeen() {
    assertThat(ring.hasNext(NOON)).isTrue();
    assertThat(ring.hasNext(NOON.plus(MONTH))).isFalse();
  }
}
