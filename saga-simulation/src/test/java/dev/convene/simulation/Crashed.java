package dev.convene.simulation;

/**
 * The process is gone. An error, so that nothing of ours takes it for a failure to recover from.
 */
final class Crashed extends Error {

  private static final long serialVersionUID = 1;

  Crashed() {
    super("killed", null, false, false);
  }
}
