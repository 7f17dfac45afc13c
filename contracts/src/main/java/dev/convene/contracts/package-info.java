/** The shared language of Convene's services: what is asked for, and what has happened. */
@NullMarked
package dev.convene.contracts;

import org.jspecify.annotations.NullMarked;
