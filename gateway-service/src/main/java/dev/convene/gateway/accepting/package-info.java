/** Takes requests: makes them durable, once for each idempotency key, then says 202. */
@NullMarked
package dev.convene.gateway.accepting;

import org.jspecify.annotations.NullMarked;
