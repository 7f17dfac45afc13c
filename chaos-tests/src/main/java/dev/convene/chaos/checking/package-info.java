/** What was asked for and claimed against what the vendors hold: plain code over plain data. */
@NullMarked
package dev.convene.chaos.checking;

import org.jspecify.annotations.NullMarked;
