package dev.convene.worker;

/**
 * What an operator wants for a meeting's parked step.
 *
 * @param note in the operator's words; empty where none are needed
 * @param action the operator's action, by which later wishes are known
 */
record Wish(String meetingId, Kind kind, String note, long action) {

  enum Kind {
    RETRY,
    ABANDON,
    HANDLED_BY_HAND
  }
}
