package dev.convene.calendar.invitation;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the meeting is.
 *
 * @param displayName what Outlook shows; up to 255 characters
 * @param uri where its link leads, if anywhere
 */
public record Place(String displayName, @Nullable URI uri) {}
