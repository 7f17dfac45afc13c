package dev.convene.calendar.invitation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long calendar-service waits for what.
 *
 * @param patience how long an invitation is tried; and after that, how long the calendar is asked
 *     whether it got there after all, before a person must look
 * @param settlesIn after this long a lost call has had its effect, or never will: three times what
 *     a call may take
 */
@ConfigurationProperties("convene.sending")
record SendingProperties(
    @DefaultValue("24h") Duration patience, @DefaultValue("30s") Duration settlesIn) {}
