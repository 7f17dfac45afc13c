package dev.convene.auth.keys;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All keys at one time, and what each of them is for. Who has the same keys and the same time comes
 * to the same answers.
 */
record KeyRing(List<SigningKey> keys) {

  KeyRing {
    keys = keys.stream().sorted(comparing(SigningKey::signsFrom)).toList();
  }

  /**
   * The one that signs now: the newest whose time has come. Where a clock is so far behind that
   * there is none, the oldest.
   *
   * @throws java.util.NoSuchElementException when the ring is empty
   */
  SigningKey signing(Instant now) {
    return keys.reversed().stream()
        .filter(key -> !key.signsFrom().isAfter(now))
        .findFirst()
        .orElseGet(keys::getFirst);
  }

  /** Those that are published: the next one, the one that signs, and whose tokens may live. */
  List<SigningKey> published(Instant now, Duration verifyFor) {
    return IntStream.range(0, keys.size())
        .filter(i -> !isRetired(i, now, verifyFor))
        .mapToObj(keys::get)
        .toList();
  }

  /** Those that nobody needs any more. */
  List<SigningKey> retired(Instant now, Duration verifyFor) {
    return IntStream.range(0, keys.size())
        .filter(i -> isRetired(i, now, verifyFor))
        .mapToObj(keys::get)
        .toList();
  }

  private boolean isRetired(int index, Instant now, Duration verifyFor) {
    return index + 1 < keys.size() && keys.get(index + 1).signsFrom().plus(verifyFor).isBefore(now);
  }

  /** Whether it is time for a new one: there is none, or the newest has signed for that long. */
  boolean isDue(Instant now, Duration rotateEvery) {
    return keys.isEmpty() || !keys.getLast().signsFrom().plus(rotateEvery).isAfter(now);
  }

  /** Whether a new one is on its way already. */
  boolean hasNext(Instant now) {
    return !keys.isEmpty() && keys.getLast().signsFrom().isAfter(now);
  }
}
