package dev.convene.gateway.progress;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of an event topic, read. */
record Heard(UUID meetingId, Fact fact, ConsumerRecord<byte[], byte[]> record) {}
