/** A Kafka broker of one node, and the topics that Convene needs on it. */
@NullMarked
package dev.convene.local.kafka;

import org.jspecify.annotations.NullMarked;
