/** Microsoft Graph and its sign-in: the one place that knows how Microsoft 365 is spoken to. */
@NullMarked
package dev.convene.calendar.graph;

import org.jspecify.annotations.NullMarked;
