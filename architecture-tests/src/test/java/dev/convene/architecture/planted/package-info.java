/** A product in miniature that breaks every rule once. Nothing here is used by anything. */
@NullMarked
package dev.convene.architecture.planted;

import org.jspecify.annotations.NullMarked;
