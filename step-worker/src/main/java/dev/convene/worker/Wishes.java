package dev.convene.worker;

import org.jspecify.annotations.Nullable;

/** What operators want for parked steps and has not been done yet. */
interface Wishes {

  /** The wish for that meeting, if there is one. */
  @Nullable Wish of(String meetingId);

  /** It has been done; a later one for the same meeting stays. */
  void granted(Wish wish);
}
