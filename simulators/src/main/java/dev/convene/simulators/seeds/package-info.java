/** Who exists when a simulator starts: the tenant's people and rooms, and the applications. */
@NullMarked
package dev.convene.simulators.seeds;

import org.jspecify.annotations.NullMarked;
