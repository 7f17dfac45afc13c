/** Small secrets that must travel through topics and databases that others can read. */
@NullMarked
package dev.convene.defaults.sealing;

import org.jspecify.annotations.NullMarked;
