package dev.convene.gateway.publishing;

import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.gateway.kafka.Outlet;
import java.time.InstantSource;

/** The gateway's commands, for a simulated way to Kafka. */
public final class GatewayCommands {

  private GatewayCommands() {}

  public static Commands through(Outlet outlet, InstantSource clock) {
    return new Commands(outlet, clock, JsonDefaults.mapper());
  }
}
