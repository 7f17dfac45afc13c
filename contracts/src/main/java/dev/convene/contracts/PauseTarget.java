package dev.convene.contracts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be paused, as a text: a provider's name, or a mailbox. */
public final class PauseTarget {

  private PauseTarget() {}

  /** Whether that text names one mailbox, rather than a provider. */
  public static boolean isMailbox(String target) {
    return target.contains("@");
  }

  static void check(@Nullable String target) {
    if (target != null && isMailbox(target)) {
      Checks.mailbox("target", target);
    } else if (Optional.ofNullable(target).flatMap(Provider::named).isEmpty()) {
      throw new IllegalArgumentException("target must be webex, microsoft or a mailbox");
    }
  }
}
