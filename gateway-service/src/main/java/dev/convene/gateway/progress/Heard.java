package dev.convene.gateway.progress;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of an event topic, read.
 *
 * @param resent whether it follows from a further copy of a command, or of what followed from it
 */
record Heard(UUID meetingId, Fact fact, boolean resent, ConsumerRecord<byte[], byte[]> record) {}
