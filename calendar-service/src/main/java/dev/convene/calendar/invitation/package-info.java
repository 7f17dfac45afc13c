/** The invitation: what stands in it, how it looks, and the step that sends it. */
@NullMarked
package dev.convene.calendar.invitation;

import org.jspecify.annotations.NullMarked;
