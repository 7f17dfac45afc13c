/** Sends again what has seen no progress: the row is the outbox. */
@NullMarked
package dev.convene.gateway.sweeping;

import org.jspecify.annotations.NullMarked;
