/** One half of a cycle. */
@NullMarked
package dev.convene.architecture.planted.webex.left;

import org.jspecify.annotations.NullMarked;
