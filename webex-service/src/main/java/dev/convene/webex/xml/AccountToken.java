package dev.convene.webex.xml;

import dev.convene.webex.calls.Credentials;
import dev.convene.webex.calls.NoToken;
import dev.convene.worker.vault.VendorToken;
import dev.convene.worker.vault.VendorTokens;

/** The administrator's access token, which auth-service hands out as the application's. */
record AccountToken(VendorTokens tokens) implements Credentials {

  private static final String WHY = "session-ticket";

  @Override
  public String get() {
    return switch (tokens.application(WHY).token()) {
      case VendorToken.Granted(String value) -> value;
      case VendorToken.Missing missing -> throw NoToken.because(missing);
    };
  }

  @Override
  public String owner() {
    return "the account";
  }

  @Override
  public void reject(String refused) {
    var _ = tokens.application(WHY).insteadOf(refused);
  }
}
