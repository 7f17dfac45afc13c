/** The calendar service: owns the Microsoft 365 side of a meeting. */
@NullMarked
package dev.convene.calendar;

import org.jspecify.annotations.NullMarked;
