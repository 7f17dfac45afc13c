/**
 * The whole system on one machine: what {@code ./run} starts, and what the end-to-end tests use.
 */
@NullMarked
package dev.convene.local;

import org.jspecify.annotations.NullMarked;
