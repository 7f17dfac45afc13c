/** A simulator that is no stranger to the services. */
@NullMarked
package dev.convene.architecture.planted.simulators;

import org.jspecify.annotations.NullMarked;
