/** What both vendors' servers do alike: the way of a call through them, and the control API. */
@NullMarked
package dev.convene.simulators.control;

import org.jspecify.annotations.NullMarked;
