package dev.convene.local;

import java.time.Duration;

/** Is told what has come up while a stack starts; from several threads. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress SILENT = (_, _, _) -> {};

  /**
   * A part is ready.
   *
   * @param where it is reached
   */
  void ready(String part, String where, Duration took);
}
