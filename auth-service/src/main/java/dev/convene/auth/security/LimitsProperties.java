package dev.convene.auth.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often clients may call, a minute and in each replica. A refused proof counts ten times.
 *
 * @param perClient calls of one client from one address
 * @param perAddress calls from one address
 */
@ConfigurationProperties("convene.limits")
record LimitsProperties(@DefaultValue("1200") int perClient, @DefaultValue("3000") int perAddress) {

  LimitsProperties {
    if (perClient < 1 || perAddress < 1) {
      throw new IllegalArgumentException("convene.limits must let at least one call a minute pass");
    }
  }
}
