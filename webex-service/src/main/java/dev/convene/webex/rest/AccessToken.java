package dev.convene.webex.rest;

import dev.convene.webex.calls.Credentials;
import dev.convene.webex.calls.NoToken;
import dev.convene.worker.vault.Pass;
import dev.convene.worker.vault.VendorToken;
import dev.convene.worker.vault.VendorToken.Granted;

/** The token for one attempt at a step, which is for one thread, and the one in its place. */
final class AccessToken implements Credentials {

  private final String owner;
  private final Pass pass;
  private VendorToken token;

  AccessToken(String owner, Pass pass, Granted token) {
    this.owner = owner;
    this.pass = pass;
    this.token = token;
  }

  @Override
  public String get() {
    return switch (token) {
      case Granted(String value) -> value;
      case VendorToken.Missing missing -> throw NoToken.because(missing);
    };
  }

  @Override
  public String owner() {
    return owner;
  }

  @Override
  public void reject(String refused) {
    token = pass.insteadOf(refused);
  }
}
