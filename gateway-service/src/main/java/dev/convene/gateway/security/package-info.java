/** Finds out who is asking, by a bearer token or a session, and keeps the doors. */
@NullMarked
package dev.convene.gateway.security;

import org.jspecify.annotations.NullMarked;
