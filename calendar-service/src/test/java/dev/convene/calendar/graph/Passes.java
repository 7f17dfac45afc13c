package dev.convene.calendar.graph;

import dev.convene.worker.vault.Pass;
import dev.convene.worker.vault.VendorToken;
import dev.convene.worker.vault.VendorToken.Granted;
import java.util.function.Supplier;

/** Rights to call Graph with. */
final class Passes {

  private Passes() {}

  /** With a token from there, and another one where that is refused. */
  static Pass given(Supplier<String> tokens) {
    Granted first = new Granted(tokens.get());
    return new Pass() {
      @Override
      public VendorToken token() {
        return first;
      }

      @Override
      public VendorToken insteadOf(String refused) {
        return new Granted(tokens.get());
      }
    };
  }

  /** With that token, or without one, and with no other. */
  static Pass only(VendorToken token, VendorToken instead) {
    return new Pass() {
      @Override
      public VendorToken token() {
        return token;
      }

      @Override
      public VendorToken insteadOf(String refused) {
        return instead;
      }
    };
  }
}
