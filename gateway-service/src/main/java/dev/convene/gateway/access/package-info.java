/** Who is asking, and what they may: all of the rules, and the only place for them. */
@NullMarked
package dev.convene.gateway.access;

import org.jspecify.annotations.NullMarked;
