package dev.convene.worker;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done with a parked step that is due, given what an operator wants of it. */
sealed interface Turn {

  /** Try it, or end it where its time is up. */
  record Try(ParkedStep parked) implements Turn {}

  /** End it, whether or not its time is up. */
  record End(ParkedStep parked, Reason why) implements Turn {}

  /** Ask operations to do something about it, and wait for them. */
  record HandOver(ParkedStep parked, AttentionNeeded attention) implements Turn {}

  /** Somebody has finished it by hand. */
  record Forget() implements Turn {}

  /**
   * What is to be done now.
   *
   * @param wish what an operator wants; absent where nobody wants anything
   */
  static Turn of(ParkedStep parked, @Nullable Wish wish, Instant now) {
    AttentionNeeded attention = parked.handedOver();
    return attention == null ? ofWaiting(parked, wish) : ofHandedOver(parked, attention, wish, now);
  }

  private static Turn ofWaiting(ParkedStep parked, @Nullable Wish wish) {
    if (wish != null && wish.kind() != Wish.Kind.RETRY) {
      Reason why = abandoned(wish.note());
      return new End(parked.endingFor(why, parked.firstAt()), why);
    }
    Reason why = parked.ending();
    return why == null ? new Try(parked) : new End(parked, why);
  }

  /** An operator who wants it abandoned cannot have known that it was handed over by then. */
  private static Turn ofHandedOver(
      ParkedStep parked, AttentionNeeded attention, @Nullable Wish wish, Instant now) {
    return switch (wish == null ? null : wish.kind()) {
      case null -> new HandOver(parked, attention);
      case ABANDON -> new HandOver(parked, attention);
      case HANDLED_BY_HAND -> new Forget();
      case RETRY -> new End(parked.endingFor(parked.reason(), now), parked.reason());
    };
  }

  private static Reason abandoned(String note) {
    return new Reason("operations.abandoned", "Operations ended this request: " + note);
  }
}
