/** Progress as it happens: server-sent events, on whichever replica the watcher came to. */
@NullMarked
package dev.convene.gateway.streaming;

import org.jspecify.annotations.NullMarked;
