/** {@code ./run}: starts the stack for a person, and shows it at work. */
@NullMarked
package dev.convene.local.run;

import org.jspecify.annotations.NullMarked;
