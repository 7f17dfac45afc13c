/** The public API: owns what a request is, and where it stands. */
@NullMarked
package dev.convene.gateway;

import org.jspecify.annotations.NullMarked;
