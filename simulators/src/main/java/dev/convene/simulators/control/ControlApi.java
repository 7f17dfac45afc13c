package dev.convene.simulators.control;

import dev.convene.simulators.faults.Fault;
import dev.convene.simulators.faults.FaultJson;
import dev.convene.simulators.faults.Faults;
import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.journal.Journal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of {@code /_sim} that is the same for every vendor. */
final class ControlApi {
  private final Vendor vendor;
  private final Faults faults;
  private final Journal journal;

  ControlApi(Vendor vendor, Faults faults, Journal journal) {
    this.vendor = vendor;
    this.faults = faults;
    this.journal = journal;
  }

  void routes(Router router) {
    JournalApi journalApi = new JournalApi(vendor, journal);
    router
        .on("GET", "/_sim/health", _ -> Reply.json(200, Json.object().put("status", "UP")))
        .on("GET", "/_sim/faults", _ -> Reply.json(200, active()))
        .on("POST", "/_sim/faults", this::set)
        .on("DELETE", "/_sim/faults", _ -> done(faults::clear))
        .on("DELETE", "/_sim/faults/{id}", this::remove)
        .on("GET", "/_sim/journal", journalApi::read)
        .on("GET", "/_sim/journal/summary", journalApi::summary)
        .on("GET", "/_sim/settings", _ -> Reply.json(200, vendor.settings().describe()))
        .on("PUT", "/_sim/settings", this::change)
        .on("DELETE", "/_sim/settings", _ -> done(vendor.settings()::reset))
        .on("DELETE", "/_sim/state", _ -> done(this::reset));
  }

  /** A refusal of the control API: one sentence in {@code message}. */
  static Reply refused(int status, String message) {
    return Reply.json(status, Json.object().put("message", message));
  }

  private static Reply done(Runnable action) {
    action.run();
    return Reply.empty(204);
  }

  private void reset() {
    vendor.reset();
    journal.reset();
  }

  private ObjectNode active() {
    ObjectNode all = Json.object();
    ArrayNode items = all.putArray("items");
    faults.active().forEach(fault -> items.add(FaultJson.write(fault)));
    ObjectNode kinds = all.putObject("kinds");
    faults.kinds().values().forEach(kind -> kinds.put(kind.name(), kind.meaning()));
    return all;
  }

  private Reply set(Call call) {
    try {
      Fault fault = faults.set(FaultJson.read(call.json()));
      return Reply.json(201, FaultJson.write(fault));
    } catch (IllegalArgumentException wrong) {
      return refused(400, String.valueOf(wrong.getMessage()));
    }
  }

  private Reply remove(Call call) {
    String id = call.variable("id");
    return faults.remove(id) ? Reply.empty(204) : refused(404, "there is no fault " + id);
  }

  private Reply change(Call call) {
    try {
      vendor.settings().change(call.json());
      return Reply.json(200, vendor.settings().describe());
    } catch (IllegalArgumentException wrong) {
      return refused(400, String.valueOf(wrong.getMessage()));
    }
  }
}
