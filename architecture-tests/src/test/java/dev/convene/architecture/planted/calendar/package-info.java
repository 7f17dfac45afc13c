/** A service with an old notion of time, and a friend that it should not have. */
@NullMarked
package dev.convene.architecture.planted.calendar;

import org.jspecify.annotations.NullMarked;
