package dev.convene.webex.calls;

import dev.convene.contracts.Reason;
import dev.convene.worker.vault.VendorToken;
import java.time.Duration;

/** There are no credentials to call Webex with, and so it is not called. */
public final class NoToken extends RuntimeException {

  private static final Duration LATER = Duration.ofMinutes(1);

  private final transient Reason reason;
  private final Duration retryAfter;

  private NoToken(Reason reason, Duration retryAfter) {
    super(reason.message());
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  /** For want of a token. */
  public static NoToken because(VendorToken.Missing missing) {
    return new NoToken(missing.reason(), missing.retryAfter());
  }

  /** For what Webex itself says; it may pass. */
  public static NoToken because(String what) {
    return new NoToken(new Reason("webex.no-token", what), LATER);
  }

  Reason reason() {
    return reason;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
