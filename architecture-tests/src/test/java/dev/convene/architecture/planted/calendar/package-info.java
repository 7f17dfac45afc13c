/** A service with an old notion of time. */
@NullMarked
package dev.convene.architecture.planted.calendar;

import org.jspecify.annotations.NullMarked;
