package dev.convene.local.process;

/** Somebody wants this thread to end; nothing here is worth finishing first. */
public final class Interrupted extends RuntimeException {

  private Interrupted(InterruptedException cause) {
    super("interrupted", cause);
  }

  /** To be thrown; the thread stays marked. */
  public static Interrupted by(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new Interrupted(cause);
  }
}
