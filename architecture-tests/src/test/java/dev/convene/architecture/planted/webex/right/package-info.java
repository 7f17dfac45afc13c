/** The other half of a cycle. */
@NullMarked
package dev.convene.architecture.planted.webex.right;

import org.jspecify.annotations.NullMarked;
