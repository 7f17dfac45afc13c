package dev.convene.worker;

import java.time.Duration;
import java.util.Set;

/** Decides whose work the others of a batch do not wait for any longer. */
interface Stragglers<T, R> {

  /** How often to ask, while there is something to wait for. */
  Duration lookEvery();

  /** Of these mailboxes, those to leave behind. From then on nothing may be begun for them. */
  Set<String> among(Set<String> mailboxes);

  /**
   * What becomes of a piece of their work.
   *
   * @param begun whether it runs, and goes on running for now
   */
  R left(T work, boolean begun);

  /** Everybody is waited for. */
  static <T, R> Stragglers<T, R> none() {
    return new Stragglers<>() {
      @Override
      public Duration lookEvery() {
        return Duration.ofMinutes(1);
      }

      @Override
      public Set<String> among(Set<String> mailboxes) {
        return Set.of();
      }

      @Override
      public R left(T work, boolean begun) {
        throw new IllegalStateException("nobody is left behind");
      }
    };
  }
}
