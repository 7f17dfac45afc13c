/**
 * The whole saga in one thread: the services' own decisions among models of all that is outside.
 */
@NullMarked
package dev.convene.simulation;

import org.jspecify.annotations.NullMarked;
