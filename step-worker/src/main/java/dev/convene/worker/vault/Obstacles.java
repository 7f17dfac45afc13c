package dev.convene.worker.vault;

import dev.convene.contracts.Provider;
import dev.convene.contracts.Reason;
import java.net.URI;
import java.util.Set;

/** Why there is no token, in words that say who can do what about it, and where. */
public final class Obstacles {

  private static final String NOT_CONNECTED = ".not-connected";
  private static final String NEEDS_RECONNECTING = ".needs-reconnecting";
  private static final String NO_APPLICATION = ".no-application";
  private static final String APPLICATION_REFUSED = ".application-refused";
  private static final String NO_TOKEN = ".no-token";
  private static final String TOKEN_REFUSED = ".token-refused";

  private static final Set<String> ALL =
      Set.of(
          NOT_CONNECTED,
          NEEDS_RECONNECTING,
          NO_APPLICATION,
          APPLICATION_REFUSED,
          NO_TOKEN,
          TOKEN_REFUSED);

  private static final String BY_ITSELF = " What waits goes on by itself then.";

  private final String code;
  private final String vendor;
  private final URI accounts;

  /**
   * @param accounts the page on which people connect their accounts
   */
  Obstacles(Provider provider, URI accounts) {
    this.code = provider.id();
    this.vendor =
        switch (provider) {
          case WEBEX -> "Webex";
          case MICROSOFT -> "Microsoft";
        };
    this.accounts = accounts;
  }

  /** Whether a step with that reason waits for want of a token. */
  public static boolean isReason(Reason reason) {
    String code = reason.code();
    return ALL.contains(code.substring(code.indexOf('.')));
  }

  Reason notConnected(Subject subject) {
    return subject.isPerson()
        ? new Reason(
            code + NOT_CONNECTED,
            "%s has not connected %s to Convene. Sign in at %s and connect it.%s"
                .formatted(subject.called(), vendor, accounts, BY_ITSELF))
        : new Reason(
            code + NO_APPLICATION,
            "Convene has no application of its own at %s, so systems cannot schedule there. An administrator must name one in auth-service's settings.%s"
                .formatted(vendor, BY_ITSELF));
  }

  Reason needsReconnecting(Subject subject) {
    return subject.isPerson()
        ? new Reason(
            code + NEEDS_RECONNECTING,
            "%s no longer accepts what %s has granted to Convene. Sign in at %s and connect it again.%s"
                .formatted(vendor, subject.called(), accounts, BY_ITSELF))
        : new Reason(
            code + APPLICATION_REFUSED,
            "%s does not accept Convene's own credentials. An administrator must renew them in auth-service's settings.%s"
                .formatted(vendor, BY_ITSELF));
  }

  Reason away() {
    return new Reason(
        code + NO_TOKEN,
        "Convene has no token for %s just now, since auth-service gives none. It is tried again by itself."
            .formatted(vendor));
  }

  Reason tokenRefused(Subject subject) {
    return new Reason(
        code + TOKEN_REFUSED,
        subject.isPerson()
            ? "%s does not accept the token that it gave for %s. It is tried again by itself; if it lasts, connect it again at %s."
                .formatted(vendor, subject.called(), accounts)
            : "%s does not accept the token that it gave to Convene. It is tried again by itself; if it lasts, an administrator must look at Convene's registration there."
                .formatted(vendor));
  }
}
