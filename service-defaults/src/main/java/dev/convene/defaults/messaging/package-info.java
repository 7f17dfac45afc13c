/** Messages as CloudEvents 1.0 in Kafka's binary mode: attributes in headers, JSON in the value. */
@NullMarked
package dev.convene.defaults.messaging;

import org.jspecify.annotations.NullMarked;
