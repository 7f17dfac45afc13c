/** Has meetings that have ended compared with what both vendors really hold. */
@NullMarked
package dev.convene.gateway.reconciling;

import org.jspecify.annotations.NullMarked;
