/** Shows when a meeting would take place, and schedules nothing. */
@NullMarked
package dev.convene.gateway.previewing;

import org.jspecify.annotations.NullMarked;
