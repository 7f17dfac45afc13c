/** The service and its database as the tests start them, and its callers. */
@NullMarked
package dev.convene.auth.servers;

import org.jspecify.annotations.NullMarked;
