package dev.convene.worker;

import java.util.HashMap;
import java.util.Map;

/** Lets only so many parked steps of one mailbox run at once in this process. */
final class Turns {

  private final int most;
  private final Map<String, Integer> taken = new HashMap<>();

  Turns(int most) {
    this.most = most;
  }

  /** Whether there was one; if so it is to be given back. */
  synchronized boolean take(String mailbox) {
    int before = taken.getOrDefault(mailbox, 0);
    if (before >= most) {
      return false;
    }
    taken.put(mailbox, before + 1);
    return true;
  }

  synchronized void giveBack(String mailbox) {
    taken.computeIfPresent(mailbox, (_, before) -> before == 1 ? null : before - 1);
  }
}
