/** Webex: meetings over REST, invitees, and the OAuth token endpoint. */
@NullMarked
package dev.convene.simulators.webex;

import org.jspecify.annotations.NullMarked;
