/** A service that breaks most rules. */
@NullMarked
package dev.convene.architecture.planted.gateway;

import org.jspecify.annotations.NullMarked;
