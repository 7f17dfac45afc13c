/** Takes requests to cancel a meeting: makes them durable, once for each meeting, then says 202. */
@NullMarked
package dev.convene.gateway.cancelling;

import org.jspecify.annotations.NullMarked;
