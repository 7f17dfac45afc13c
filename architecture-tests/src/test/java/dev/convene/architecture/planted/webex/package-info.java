/** A service that is looked into, and looks where it must not. */
@NullMarked
package dev.convene.architecture.planted.webex;

import org.jspecify.annotations.NullMarked;
