package dev.convene.gateway.accepting;

import java.time.Instant;
import java.util.UUID;

/** What became of a valid request. */
sealed interface Accepting {

  /** It is durable now, under a new id. */
  record Accepted(UUID id, Instant acceptedAt) implements Accepting {}

  /** The same request came before with the same key, and has been durable since. */
  record Repeated(UUID id, Instant acceptedAt) implements Accepting {}

  /** The key belongs to another request. */
  record KeyReused() implements Accepting {}
}
