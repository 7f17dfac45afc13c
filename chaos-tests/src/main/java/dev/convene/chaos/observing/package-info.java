/** Reads the API's claims and the vendors' truth. */
@NullMarked
package dev.convene.chaos.observing;

import org.jspecify.annotations.NullMarked;
