/** The service that owns the Webex side of every meeting. */
@NullMarked
package dev.convene.webex;

import org.jspecify.annotations.NullMarked;
