/**
 * Runs the whole system under load while it is disturbed, and shows whether its promises were kept.
 */
@NullMarked
package dev.convene.chaos;

import org.jspecify.annotations.NullMarked;
