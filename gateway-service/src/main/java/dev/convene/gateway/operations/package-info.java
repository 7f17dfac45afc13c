/**
 * The operators' hand: what waits and why, try it now, end it, pause and resume; and who did it.
 */
@NullMarked
package dev.convene.gateway.operations;

import org.jspecify.annotations.NullMarked;
