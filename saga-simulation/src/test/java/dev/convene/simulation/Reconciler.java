package dev.convene.simulation;

import dev.convene.contracts.ScheduleMeeting;
import dev.convene.gateway.progress.MeetingStatus;
import java.util.List;

/** Compares ended requests with what the providers hold, and repairs what is safe to repair. */
interface Reconciler {

  void repair(List<GatewayDatabase.Row> rows, Webex webex, Graph graph);

  /**
   * As the design has it: of a scheduled meeting the one stays that its invitation leads to, and of
   * a failed one nothing.
   */
  Reconciler AS_DESIGNED =
      (rows, webex, graph) -> {
        for (GatewayDatabase.Row row : rows) {
          ScheduleMeeting command = row.command();
          List<Graph.Event> events = graph.live(command.meetingId());
          if (row.status() == MeetingStatus.FAILED || row.status() == MeetingStatus.CANCELLED) {
            webex.live(command.meetingId()).forEach(webex::remove);
            events.forEach(graph::remove);
          }
          if (row.status() == MeetingStatus.SCHEDULED && !events.isEmpty()) {
            webex.live(command.meetingId()).stream()
                .filter(held -> !events.getFirst().html().contains("/j/" + held.id + "/"))
                .forEach(webex::remove);
          }
        }
      };
}
