package dev.convene.webex.calls;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Webex is reached.
 *
 * @param baseUrl of the REST interface, without {@code /v1}
 * @param connectTimeout until a connection stands
 * @param readTimeout until an answer is complete; what takes longer may have had its effect
 * @param breakerWait how long an open circuit breaker keeps from asking
 * @param callsPerMinute for one token; 0 means no limit. Webex's own is about 300
 */
@ConfigurationProperties("convene.webex")
record WebexProperties(
    URI baseUrl,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("10s") Duration breakerWait,
    @DefaultValue("300") int callsPerMinute) {}
