/** Both directions of the Kafka binder, bound when Kafka is there, without waiting for it. */
@NullMarked
package dev.convene.gateway.kafka;

import org.jspecify.annotations.NullMarked;
