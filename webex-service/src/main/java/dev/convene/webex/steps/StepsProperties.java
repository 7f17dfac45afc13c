package dev.convene.webex.steps;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long webex-service waits for what.
 *
 * @param visibilityLag how long a call that was given up on may take to arrive at Webex, and Webex
 *     to show the meeting that it then made. Webex gives 10 minutes as the time within which its
 *     interfaces agree in 99.5 % of cases
 * @param lookAgain how often a meeting is looked for while it may not be visible yet
 * @param patience how long a step is tried before it is given up
 */
@ConfigurationProperties("convene.webex.steps")
record StepsProperties(
    @DefaultValue("10m") Duration visibilityLag,
    @DefaultValue("30s") Duration lookAgain,
    @DefaultValue("24h") Duration patience) {}
