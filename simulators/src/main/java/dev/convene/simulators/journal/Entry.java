package dev.convene.simulators.journal;

import dev.convene.simulators.http.Notes.Effect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call.
 *
 * @param n its number, from 1, in the order in which calls ended
 * @param at when it came in, UTC
 * @param caller whose token it was: a person's address, or {@code application}
 * @param status as answered; 0 when the connection was closed without an answer
 * @param tookMicros from the request's last byte to the answer's first, faults included
 * @param fault the kinds of the faults that struck, joined by a comma
 * @param id the vendor's id of what was changed
 * @param tag the caller's own mark on it
 */
public record Entry(
    long n,
    Instant at,
    String method,
    String path,
    String route,
    @Nullable String mailbox,
    @Nullable String caller,
    int status,
    long tookMicros,
    @Nullable String fault,
    @Nullable Effect effect,
    @Nullable String id,
    @Nullable String tag) {}
