/** Microsoft 365: Graph's calendar and directory, and Entra, as their documentation has them. */
@NullMarked
package dev.convene.simulators.microsoft;

import org.jspecify.annotations.NullMarked;
