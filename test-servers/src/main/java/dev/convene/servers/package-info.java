/** Servers for integration tests, and the one place that decides where they come from. */
@NullMarked
package dev.convene.servers;

import org.jspecify.annotations.NullMarked;
