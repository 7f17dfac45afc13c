/** Webex meetings as the steps see them, whichever of Webex's interfaces is behind. */
@NullMarked
package dev.convene.webex.meetings;

import org.jspecify.annotations.NullMarked;
