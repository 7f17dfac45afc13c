/**
 * What a worker's steps are: a handler for one kind of message, its attempts and their outcomes.
 */
@NullMarked
package dev.convene.worker;

import org.jspecify.annotations.NullMarked;
