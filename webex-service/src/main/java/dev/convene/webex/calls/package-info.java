/** Calls to Webex, whichever of its interfaces: connection, credentials, breaker, limits. */
@NullMarked
package dev.convene.webex.calls;

import org.jspecify.annotations.NullMarked;
