/** Processes that this machine runs for us, each with its log, from start to stop. */
@NullMarked
package dev.convene.local.process;

import org.jspecify.annotations.NullMarked;
