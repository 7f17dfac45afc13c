package dev.convene.gateway.operations;

import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param client that acted for the person; absent where none did
 */
record Person(String subject, @Nullable String client) {}
