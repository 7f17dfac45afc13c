/** Time zones by the names that Outlook knows. */
@NullMarked
package dev.convene.calendar.zones;

import org.jspecify.annotations.NullMarked;
