package dev.convene.gateway.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one caller may ask of one replica. Generous: they keep a loop without end from taking
 * what is everybody's, and are no plan for capacity.
 *
 * @param period for which the numbers count
 * @param perPerson requests of one person in that time, through whatever client
 * @param perClient requests of one system in that time
 * @param callersKept whose counts are kept at once
 */
@ConfigurationProperties("convene.limits")
record LimitsProperties(
    @DefaultValue("5s") Duration period,
    @DefaultValue("200") int perPerson,
    @DefaultValue("2500") int perClient,
    @DefaultValue("50000") int callersKept) {}
