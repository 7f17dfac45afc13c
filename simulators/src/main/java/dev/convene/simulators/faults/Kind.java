package dev.convene.simulators.faults;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Handler;
import dev.convene.simulators.http.Reply;

/**
 * A way in which things go wrong. Vendors add their own.
 *
 * @param name as given in {@code kind}
 * @param meaning one sentence for people
 */
public record Kind(String name, String meaning, Strike strike) {
  /** What happens to a call that a fault of this kind strikes. */
  @FunctionalInterface
  public interface Strike {
    /**
     * Answers the call.
     *
     * @param effect carries the call out; not called where the fault prevents that
     */
    Reply on(Call call, Fault fault, VendorAnswers vendor, Handler effect);
  }
}
