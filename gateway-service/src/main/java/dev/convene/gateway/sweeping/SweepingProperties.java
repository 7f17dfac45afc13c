package dev.convene.gateway.sweeping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sweeper goes about it; when a meeting is due says {@code SweepTimes}.
 *
 * @param interval between two looks
 * @param batch rows taken at once
 * @param claim for how long what one replica has taken is out of the others' reach; longer than the
 *     producer tries to deliver
 * @param overtakenBy by how much later a meeting must have been accepted, and have got further, for
 *     this one to count as lost rather than as waiting its turn
 */
@ConfigurationProperties("convene.sweeping")
record SweepingProperties(
    @DefaultValue("1s") Duration interval,
    @DefaultValue("500") int batch,
    @DefaultValue("30s") Duration claim,
    @DefaultValue("10s") Duration overtakenBy) {}
