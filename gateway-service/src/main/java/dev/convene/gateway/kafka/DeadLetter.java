package dev.convene.gateway.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that cannot be handled.
 *
 * @param problem what kind of trouble it is, for metrics
 * @param reason one sentence for the operator, without the record's content
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record, String problem, String reason) {}
