/** A small HTTP server: calls come in, a router finds their handler, replies go out. */
@NullMarked
package dev.convene.simulators.http;

import org.jspecify.annotations.NullMarked;
