/** A real broker, a real database, and what stands between them and the service in a test. */
@NullMarked
package dev.convene.gateway.servers;

import org.jspecify.annotations.NullMarked;
