package dev.convene.local.process;

/** A part of the system did not come up; the message is written for the person who started it. */
public final class StartFailed extends RuntimeException {

  public StartFailed(String message) {
    super(message);
  }

  public StartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
