package dev.convene.gateway.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param queue how many accepted meetings may wait for the producer; more are left to the sweeper
 * @param giveUpAfter how long one may wait before it is left to the sweeper. With what the producer
 *     may still take ({@code max.block.ms} and {@code delivery.timeout.ms}, 20.5 s) it must end
 *     before the sweeper's first copy (30 s), so that what comes after that copy, and does not say
 *     so, is none of ours
 */
@ConfigurationProperties("convene.publishing")
record PublishingProperties(
    @DefaultValue("20000") int queue, @DefaultValue("8s") Duration giveUpAfter) {}
