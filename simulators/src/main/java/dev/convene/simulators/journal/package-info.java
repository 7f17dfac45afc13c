/** What the simulator was asked, what it answered and what came of it. */
@NullMarked
package dev.convene.simulators.journal;

import org.jspecify.annotations.NullMarked;
