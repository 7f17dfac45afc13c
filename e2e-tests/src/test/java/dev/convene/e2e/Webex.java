package dev.convene.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What Webex holds, and what shall go wrong there. */
final class Webex {

  private final Simulator simulator;

  Webex(Simulator simulator) {
    this.simulator = simulator;
  }

  /** Every meeting that was ever made for this one of ours, deleted or not. */
  List<JsonNode> meetings(String meetingId) {
    return simulator.items("meetings", Map.of("tag", tag(meetingId)));
  }

  /** The mails that Webex would have sent about it. */
  List<JsonNode> mails(String meetingId) {
    return simulator.items("outbox", Map.of("ref", tag(meetingId)));
  }

  /** What calls had which effect: {@code created} or {@code deleted}, in order. */
  List<String> effects(String host) {
    return simulator.items("journal", Map.of("mailbox", host, "max", "1000")).stream()
        .filter(call -> call.has("effect"))
        .map(call -> call.path("effect").stringValue())
        .toList();
  }

  /** Whose token each create came with: an address, or {@code application}. */
  List<String> creators(String meetingId) {
    return callers(simulator, tag(meetingId), "/v1/meetings");
  }

  static List<String> callers(Simulator simulator, String tag, String path) {
    return simulator
        .items("journal", Map.of("method", "POST", "path", path, "max", "200000"))
        .stream()
        .filter(call -> call.path("tag").asString("").equals(tag))
        .map(call -> call.path("caller").asString(""))
        .toList();
  }

  /** That person takes back at Webex whatever they have granted. */
  void revokes(String mailbox) {
    simulator.order("grants/revoke", "{\"user\":\"" + mailbox + "\"}");
  }

  /** Attempts to create a meeting for that host are told to come again later, until it obliges. */
  void busy(String host) {
    simulator.fault(new Fault("throttle", "POST", "/v1/meetings", host));
  }

  /** Nothing goes wrong any more. */
  void obliges() {
    simulator.delete("faults");
  }

  /** The next attempt to create a meeting for that host ends so, once. */
  void nextCreate(String host, String kindOfFault) {
    simulator.fault(new Fault(kindOfFault, "POST", "/v1/meetings", host).once());
  }

  /** Every attempt to create a meeting for that host is put off for so long. */
  void throttles(String host, Duration retryAfter) {
    Fault fault = new Fault("throttle", "POST", "/v1/meetings", host);
    fault.json().putObject("headers").put("Retry-After", Long.toString(retryAfter.toSeconds()));
    simulator.fault(fault);
  }

  /** Each call for that host takes so much longer. */
  void slow(String host, Duration delay) {
    simulator.fault(new Fault("latency", null, null, host).delayedBy(delay));
  }

  /** Our marks that more than one live meeting has. */
  JsonNode duplicates() {
    return simulator.get("journal/summary").path("duplicates");
  }

  private static String tag(String meetingId) {
    return "convene:" + meetingId;
  }
}
