/** Messages that break the rules for messages. */
@NullMarked
package dev.convene.architecture.planted.contracts;

import org.jspecify.annotations.NullMarked;
