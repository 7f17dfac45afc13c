package dev.convene.local;

import static java.util.stream.Collectors.joining;

import dev.convene.local.kafka.TopicCreation;
import dev.convene.local.postgres.Database;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the services stand on: database, broker and simulators, each made ready for them. */
record Foundation(Topology topology) {

  List<Launch> launches() {
    String broker = topology.broker().address();
    List<Launch> launches = new ArrayList<>();
    launches.add(
        new Launch(
            topology.databasePart(),
            "localhost:" + topology.database().port(),
            this::makeDatabases));
    launches.add(new Launch(topology.brokerPart(), broker, () -> TopicCreation.run(broker)));
    if (!topology.vendors().isEmpty()) {
      launches.add(new Launch(topology.simulatorsPart(), pages(), this::hideNewMeetings));
    }
    return launches;
  }

  private void makeDatabases() {
    Database server = topology.database();
    for (Service service : Service.values()) {
      server.provide(service.database(), topology.secrets().password(service.database()));
    }
  }

  private String pages() {
    return topology.vendors().stream()
        .map(vendor -> topology.url(vendor.simulator()).toString())
        .collect(joining(" "));
  }

  /** Webex shows a new meeting late, too; and webex-service is told for how long. */
  private void hideNewMeetings() {
    if (topology.vendors().contains(Vendor.WEBEX)) {
      URI webex = topology.url(Listener.WEBEX_SIMULATOR);
      SimulatorSettings.set(webex, "visibilityDelay", Topology.VISIBILITY_DELAY.toString());
    }
  }
}
