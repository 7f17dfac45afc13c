package dev.convene.calendar.invitation;

import java.time.LocalDateTime;

/**
 * A local time in a calendar.
 *
 * @param zone by its Windows name, such as {@code W. Europe Standard Time}
 */
public record EventTime(LocalDateTime local, String zone) {}
