package dev.convene.simulators.faults;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Reply;

/** How a vendor words what a fault makes it answer. A fault's own body and headers win over it. */
public interface VendorAnswers {
  /** An error of the given status, as this vendor sends it. */
  Reply status(Call call, int status);

  /** A 429 as this vendor sends it, with {@code Retry-After} in seconds. */
  Reply throttled(Call call, long retryAfterSeconds);

  /** A 401 as this vendor sends it for a token that has run out. */
  Reply expiredToken(Call call);
}
