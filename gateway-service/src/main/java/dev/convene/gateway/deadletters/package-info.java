/** Dead letters: read straight from Kafka, shown without what is private, and sent again. */
@NullMarked
package dev.convene.gateway.deadletters;

import org.jspecify.annotations.NullMarked;
