/** What can be made to go wrong, when, and for whom. */
@NullMarked
package dev.convene.simulators.faults;

import org.jspecify.annotations.NullMarked;
