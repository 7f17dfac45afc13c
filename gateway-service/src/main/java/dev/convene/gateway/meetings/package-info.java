/** Shows meetings: one with its timeline, or a page of many. */
@NullMarked
package dev.convene.gateway.meetings;

import org.jspecify.annotations.NullMarked;
