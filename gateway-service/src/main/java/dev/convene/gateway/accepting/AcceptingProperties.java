package dev.convene.gateway.accepting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param mostTogether requests in one insert
 * @param mostUnderWay inserts at once; each holds a connection
 * @param mostWaiting requests that may wait for an insert; more are answered 503
 * @param bodyWithin how long the body of a request may take to arrive
 * @param patience how long the database may take before the answer is 503
 */
@ConfigurationProperties("convene.accepting")
record AcceptingProperties(
    @DefaultValue("200") int mostTogether,
    @DefaultValue("2") int mostUnderWay,
    @DefaultValue("10000") int mostWaiting,
    @DefaultValue("30s") Duration bodyWithin,
    @DefaultValue("5s") Duration patience) {}
