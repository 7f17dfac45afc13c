package dev.convene.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the mailboxes hold, what was mailed, and what shall go wrong there. */
final class Outlook {

  private final Simulator simulator;

  Outlook(Simulator simulator) {
    this.simulator = simulator;
  }

  /** The events that were ever made in the host's calendar for this meeting of ours. */
  List<JsonNode> events(String meetingId) {
    return simulator.items("events", Map.of("ref", meetingId)).stream()
        .filter(event -> event.path("organizer").booleanValue())
        .toList();
  }

  /** Whose token each create came with: an address, or {@code application}. */
  List<String> creators(String meetingId) {
    return Webex.callers(simulator, meetingId, "/v1.0/users");
  }

  /** The addresses that were invited to it, one for each mail. */
  List<String> invited(String meetingId) {
    return simulator.items("outbox", Map.of("ref", meetingId)).stream()
        .filter(mail -> mail.path("kind").stringValue().equals("invite"))
        .map(mail -> mail.path("to").stringValue())
        .toList();
  }

  /** The addresses that were told that it is cancelled, with the note, one for each mail. */
  List<String> toldOfCancellation(String meetingId) {
    return simulator.items("outbox", Map.of("ref", meetingId)).stream()
        .filter(mail -> mail.path("kind").stringValue().equals("cancel"))
        .map(mail -> mail.path("to").stringValue() + ": " + mail.path("comment").stringValue())
        .toList();
  }

  /** What was asked of Graph for that mailbox: create, cancel, or whatever else it was. */
  List<String> calls(String mailbox) {
    return simulator.items("journal", Map.of("mailbox", mailbox, "max", "1000")).stream()
        .map(call -> call.path("method").stringValue() + " " + call.path("path").stringValue())
        .map(call ->
            call.matches("POST .*/events")
                ? "create"
                : call.matches("POST .*/events/[^/]+/cancel") ? "cancel" : call)
        .toList();
  }

  /** All events in that mailbox, whoever made them. */
  List<JsonNode> mailbox(String address) {
    return simulator.items("events", Map.of("mailbox", address));
  }

  /** The next attempt to create an event in that host's calendar ends so, once. */
  void nextCreate(String host, String kindOfFault) {
    simulator.fault(new Fault(kindOfFault, "POST", "/v1.0/users", host).once());
  }

  /** Every attempt to create an event in that host's calendar is refused. */
  void refuses(String host) {
    simulator.fault(new Fault("status-before", "POST", "/v1.0/users", host).answering(403));
  }

  /** Each call for that host takes so much longer. */
  void slow(String host, Duration delay) {
    simulator.fault(new Fault("latency", null, null, host).delayedBy(delay));
  }

  /** Our marks that more than one live event has. */
  JsonNode duplicates() {
    return simulator.get("journal/summary").path("duplicates");
  }
}
