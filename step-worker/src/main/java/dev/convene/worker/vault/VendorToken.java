package dev.convene.worker.vault;

import dev.convene.contracts.Reason;
import java.time.Duration;

/** What comes of asking for the token to call a vendor with. */
public sealed interface VendorToken {

  /** A token that is good for longer than a call can take. */
  record Granted(String value) implements VendorToken {

    /** Never shows it. */
    @Override
    public String toString() {
      return "Granted";
    }
  }

  /** There is none, and so the vendor must not be asked. */
  sealed interface Missing extends VendorToken {

    /** What stands in the way, for those who wait. */
    Reason reason();

    /** When it is worth while to ask again. */
    Duration retryAfter();
  }

  /** Only the person, or whoever set up Convene, can mend that. */
  record NoGrant(Reason reason, Duration retryAfter) implements Missing {}

  /** It will pass: auth-service or the vendor's sign-in is away. */
  record Away(Reason reason, Duration retryAfter) implements Missing {}
}
