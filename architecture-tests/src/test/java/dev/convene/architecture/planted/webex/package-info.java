/** A service that is looked into. */
@NullMarked
package dev.convene.architecture.planted.webex;

import org.jspecify.annotations.NullMarked;
