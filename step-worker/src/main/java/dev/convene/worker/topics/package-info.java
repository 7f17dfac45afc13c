/** The topics that an installation has, made where somebody may make them. */
@NullMarked
package dev.convene.worker.topics;

import org.jspecify.annotations.NullMarked;
