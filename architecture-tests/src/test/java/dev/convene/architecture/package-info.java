/** The rules of the whole product, and the proof that each of them can fail. */
@NullMarked
package dev.convene.architecture;

import org.jspecify.annotations.NullMarked;
