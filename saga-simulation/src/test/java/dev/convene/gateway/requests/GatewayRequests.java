package dev.convene.gateway.requests;

import dev.convene.defaults.messaging.JsonDefaults;
import java.time.Instant;
import java.time.InstantSource;

/** The gateway's reading of requests, at a time of one's own. */
public final class GatewayRequests {

  private GatewayRequests() {}

  public static MeetingRequests at(Instant now) {
    return new MeetingRequests(JsonDefaults.mapper(), InstantSource.fixed(now));
  }
}
