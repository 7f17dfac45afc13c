package dev.convene.webex.calls;

/** Webex gave no credentials to call it with. */
public final class NoToken extends RuntimeException {

  public NoToken(String message) {
    super(message);
  }
}
