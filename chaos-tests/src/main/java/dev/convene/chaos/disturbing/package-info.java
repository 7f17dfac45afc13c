/** What goes wrong, when, and for how long: planned from a seed, then carried out. */
@NullMarked
package dev.convene.chaos.disturbing;

import org.jspecify.annotations.NullMarked;
