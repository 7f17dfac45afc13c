/**
 * Puts the whole system under load that does not slow down with it, and measures what comes out.
 */
@NullMarked
package dev.convene.benchmarks;

import org.jspecify.annotations.NullMarked;
