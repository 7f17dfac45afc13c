package dev.convene.gateway.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param queue how many accepted meetings may wait for the producer; more are left to the sweeper
 * @param giveUpAfter how long one may wait before it is left to the sweeper; see {@link
 *     OriginalsFirst}
 */
@ConfigurationProperties("convene.publishing")
record PublishingProperties(
    @DefaultValue("20000") int queue, @DefaultValue("8s") Duration giveUpAfter) {}
