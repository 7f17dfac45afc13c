/** Reads a request for a meeting and finds all that is wrong with it. */
@NullMarked
package dev.convene.gateway.requests;

import org.jspecify.annotations.NullMarked;
