/** Hands accepted meetings to Kafka, away from the event loops. */
@NullMarked
package dev.convene.gateway.publishing;

import org.jspecify.annotations.NullMarked;
