package dev.convene.simulation;

import dev.convene.contracts.Reason;
import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.gateway.progress.Fact;
import dev.convene.gateway.progress.MeetingStatus;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Compares what was said with what is there. */
final class Checker {

  private static final JsonMapper JSON = JsonDefaults.mapper();

  private final GatewayDatabase gateway;
  private final WorkerDatabase webexDatabase;
  private final WorkerDatabase calendarDatabase;
  private final Webex webex;
  private final Graph graph;
  private final Wire webexWire;
  private final Wire graphWire;
  private final Kafka kafka;
  private final List<String> found = new ArrayList<>();
  private final List<String> inTheWindow = new ArrayList<>();

  Checker(
      GatewayDatabase gateway,
      WorkerDatabase webexDatabase,
      WorkerDatabase calendarDatabase,
      Webex webex,
      Graph graph,
      Wire webexWire,
      Wire graphWire,
      Kafka kafka) {
    this.gateway = gateway;
    this.webexDatabase = webexDatabase;
    this.calendarDatabase = calendarDatabase;
    this.webex = webex;
    this.graph = graph;
    this.webexWire = webexWire;
    this.graphWire = graphWire;
    this.kafka = kafka;
  }

  List<String> check(boolean undisturbed, boolean withQuota) {
    for (GatewayDatabase.Row row : gateway.rows()) {
      UUID id = row.command().meetingId();
      int before = found.size();
      hasEnded(row);
      if (row.status().hasEnded()) {
        staysEnded(row);
        isSaid(row, id);
        isTrue(row, id);
        isAsWanted(row);
      }
      once(id);
      calls(row, id);
      if (undisturbed) {
        hasPatience(row);
        if (!withQuota) {
          noCallTooMany(row, id);
        }
      }
      if (webexDatabase.wasParkedInTheWindow(id)
          || calendarDatabase.wasParkedInTheWindow(id)
          || webex.wasMadeInTheWindow(id)
          || graph.wasSentInTheWindow(id)) {
        List<String> ofThis = found.subList(before, found.size());
        inTheWindow.addAll(ofThis);
        ofThis.clear();
      }
    }
    for (Kafka.Rec each : kafka.all()) {
      if (each.partition().topic().contains("dead-letter")) {
        found.add("READABLE: a dead letter of type " + each.type());
      }
    }
    return found;
  }

  /** What no lease can keep away; a reconciler repairs it. */
  List<String> inTheWindow() {
    return inTheWindow;
  }

  /** What is not true of the end; of a repaired one, nothing shall be found. */
  List<String> untrue() {
    for (GatewayDatabase.Row row : gateway.rows()) {
      if (row.status().hasEnded()) {
        isTrue(row, row.command().meetingId());
      }
    }
    return found;
  }

  private void hasEnded(GatewayDatabase.Row row) {
    if (!row.status().hasEnded()) {
      found.add("ENDS: a request is still " + row.status());
    }
  }

  /** The highest number holds; copies of a number are copies of one thing. */
  private void isSaid(GatewayDatabase.Row row, UUID id) {
    Map<Integer, Set<String>> said = new TreeMap<>();
    for (Kafka.Rec each : kafka.all()) {
      if (each.partition().topic().equals(Topics.SCHEDULING_OUTCOMES)
          && each.subject().equals(id.toString())) {
        int number = JSON.readTree(each.value()).get("number").intValue();
        said.computeIfAbsent(number, _ -> new TreeSet<>()).add(each.type());
      }
    }
    Set<String> last = said.isEmpty() ? Set.of() : List.copyOf(said.values()).getLast();
    if (!last.equals(Set.of(outcome(row.status())))) {
      found.add("SAID: a request is " + row.status() + ", and others were told " + said);
    }
  }

  private static String outcome(MeetingStatus status) {
    return switch (status) {
      case SCHEDULED -> "outcome.scheduled.v1";
      case FAILED -> "outcome.failed.v1";
      case CANCELLED -> "outcome.cancelled.v1";
      case NEEDS_ATTENTION -> "outcome.attention.v1";
      case ACCEPTED, IN_PROGRESS, DELAYED, CANCELLING ->
          throw new IllegalArgumentException("has not ended");
    };
  }

  /** Only what needs attention may still come to a better end, and what is there be cancelled. */
  private void staysEnded(GatewayDatabase.Row row) {
    boolean wanted = row.cancellation() != null;
    for (int i = 0; i + 1 < row.ends().size(); i++) {
      MeetingStatus end = row.ends().get(i);
      if (end != MeetingStatus.NEEDS_ATTENTION && !(wanted && end == MeetingStatus.SCHEDULED)) {
        found.add("FINAL: a request ended more than once: " + row.ends());
        return;
      }
      wanted &= end != MeetingStatus.SCHEDULED; // once
    }
  }

  private void isTrue(GatewayDatabase.Row row, UUID id) {
    List<Webex.Held> meetings = webex.live(id);
    List<Graph.Event> events = graph.live(id);
    String there = meetings.size() + " meetings and " + events.size() + " events are there";
    switch (row.status()) {
      case SCHEDULED -> {
        if (meetings.size() != 1 || events.size() != 1) {
          found.add("TRUTH: SCHEDULED, but " + there);
        } else if (!events.getFirst().html().contains("/j/" + meetings.getFirst().id + "/")) {
          found.add("LINK: the invitation leads to another meeting than the one that is there");
        }
      }
      case FAILED, CANCELLED -> {
        if (!meetings.isEmpty() || !events.isEmpty()) {
          found.add("TRUTH: " + row.status() + ", but " + there);
        }
      }
      case NEEDS_ATTENTION -> {
        if (row.progress().reason() == null) {
          found.add("ATTENTION: nobody says why");
        }
        for (Webex.Held held : meetings) {
          if (!names(row, held.id)) {
            found.add("ATTENTION: a meeting is left over, and not named");
          }
        }
      }
      case ACCEPTED, IN_PROGRESS, DELAYED, CANCELLING ->
          throw new IllegalArgumentException("has not ended");
    }
  }

  /** A cancellation that was taken is never forgotten. */
  private void isAsWanted(GatewayDatabase.Row row) {
    boolean wanted = row.cancellation() != null;
    boolean cancelled =
        row.status() == MeetingStatus.CANCELLED || row.status() == MeetingStatus.NEEDS_ATTENTION;
    if (wanted && !cancelled) {
      found.add("CANCEL: somebody cancelled a request that is " + row.status());
    }
  }

  private static boolean startsInDays(GatewayDatabase.Row row) {
    return row.command()
        .details()
        .start()
        .isAfter(World.START.atZone(ZoneOffset.UTC).toLocalDateTime().plusDays(2));
  }

  private static boolean names(GatewayDatabase.Row row, String webexId) {
    return row.progress().facts().stream()
        .map(Fact::leftover)
        .filter(Objects::nonNull)
        .anyMatch(webexId::equals);
  }

  private void once(UUID id) {
    if (webex.wasLiveTwice(id)) {
      found.add("ONCE: two meetings were there at the same time");
    }
    if (graph.live(id).size() > 1) {
      found.add("ONCE: people were invited twice");
    }
    if (graph.cancellations(id) > 1) {
      found.add("ONCE: people were told twice that it is cancelled");
    }
  }

  private void calls(GatewayDatabase.Row row, UUID id) {
    long minutes = java.time.Duration.between(row.acceptedAt(), row.updatedAt()).toMinutes();
    int calls = webexWire.calls(id) + graphWire.calls(id);
    if (calls > 400 + minutes * 3) {
      found.add("CALLS: " + calls + " calls in " + minutes + " minutes");
    }
  }

  private void hasPatience(GatewayDatabase.Row row) {
    Reason reason = row.progress().reason();
    if (reason != null && reason.code().equals("webex.day-quota") && startsInDays(row)) {
      found.add("PATIENCE: a request failed only because it waited its turn");
    }
  }

  private void noCallTooMany(GatewayDatabase.Row row, UUID id) {
    int creates = webexWire.calls(id, "create");
    boolean scheduled = row.status() == MeetingStatus.SCHEDULED;
    boolean cancelled = row.cancellation() != null;
    int others = webexWire.calls(id) - creates - (cancelled ? webexWire.calls(id, "delete") : 0);
    if (others != 0 || creates > 1 || (scheduled && creates != 1)) {
      found.add("CALLS: undisturbed, and yet " + creates + " creates and " + others + " others");
    }
    if (cancelled) {
      cancelledBySingleCalls(id, creates);
    } else if (graphWire.calls(id) != (scheduled ? 1 : 0)) {
      found.add("CALLS: undisturbed, and yet " + graphWire.calls(id) + " calls to Graph");
    }
  }

  /** Where the invitation was just being sent, the event is looked for. */
  private void cancelledBySingleCalls(UUID id, int creates) {
    int deletes = webexWire.calls(id, "delete");
    int sends = graphWire.calls(id, "send");
    int cancels = graphWire.calls(id, "cancel");
    if (deletes != creates || sends > 1 || cancels != sends || graphWire.calls(id, "find") > 1) {
      found.add(
          "CALLS: undisturbed, and yet %d creates, %d deletes, %d sends, %d cancels"
              .formatted(creates, deletes, sends, cancels));
    }
  }
}
