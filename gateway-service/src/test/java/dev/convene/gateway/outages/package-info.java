/** What happens while Kafka or the database is away. */
@NullMarked
package dev.convene.gateway.outages;

import org.jspecify.annotations.NullMarked;
