/** Stand-ins for Webex and Microsoft 365, started together or one by one. */
@NullMarked
package dev.convene.simulators;

import org.jspecify.annotations.NullMarked;
