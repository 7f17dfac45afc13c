package dev.convene.simulators.webex;

import dev.convene.simulators.Simulators;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A simulator of one's own, with a clock to move. */
final class SimulatedWebex implements AutoCloseable {
  final ManualClock clock = new ManualClock();
  private final Simulators simulators = Simulators.builder().webexPort(0).clock(clock).start();
  final URI base = simulators.webex();
  final Web web = new Web(base, WebexTarget.serviceAppToken(base));

  /** Tomorrow, at the manual clock's time, for bob. */
  static MeetingRequest aMeeting() {
    return MeetingRequest.aMeeting()
        .between("2027-03-02T10:00:00", "2027-03-02T10:30:00")
        .with("hostEmail", "bob@contoso.example");
  }

  Web.Answer create(MeetingRequest request) {
    return web.post("/v1/meetings", request.toString());
  }

  Web.Answer read(String id) {
    return web.get("/v1/meetings/" + id + "?hostEmail=bob@contoso.example");
  }

  Web.Answer delete(String id) {
    return web.delete("/v1/meetings/" + id + "?hostEmail=bob@contoso.example&sendEmail=false");
  }

  List<String> tagged(String tag) {
    return Contract.ids(
        web.get(
            "/v1/meetings?hostEmail=bob@contoso.example&from=2027-03-01&to=2027-04-01&integrationTag="
                + tag));
  }

  void set(String settings) {
    Web.Answer answer = web.put("/_sim/settings", settings);
    if (answer.status() != 200) {
      throw new IllegalArgumentException(answer.body());
    }
  }

  void fault(String fault) {
    Web.Answer answer = web.post("/_sim/faults", fault);
    if (answer.status() != 201) {
      throw new IllegalArgumentException(answer.body());
    }
  }

  /** The truth: all meetings with the tag, deleted or not. */
  JsonNode truth(String tag) {
    return web.get("/_sim/meetings?tag=" + tag).json().path("items");
  }

  JsonNode journal(String query) {
    return web.get("/_sim/journal?" + query).json().path("items");
  }

  @Override
  public void close() {
    simulators.close();
  }
}
