package dev.convene.gateway.operations;

/** What operators do. */
public enum Kind {
  RETRY,
  ABANDON,
  PAUSE,
  RESUME,
  REPLAY
}
