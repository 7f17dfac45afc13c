package dev.convene.simulators.control;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.journal.Entry;
import dev.convene.simulators.journal.Journal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The journal as JSON. */
final class JournalApi {
  private static final int USUAL_MAX = 1000;

  private final Vendor vendor;
  private final Journal journal;

  JournalApi(Vendor vendor, Journal journal) {
    this.vendor = vendor;
    this.journal = journal;
  }

  Reply read(Call call) {
    long after = number(call, "after", 0);
    long max = number(call, "max", USUAL_MAX);
    if (after < 0 || max < 1 || max > Journal.KEPT) {
      return ControlApi.refused(
          400, "after must be a number from 0, max a number from 1 to " + Journal.KEPT);
    }
    ObjectNode reply = Json.object();
    ArrayNode items = reply.putArray("items");
    journal.read(filter(call), after, (int) max).forEach(entry -> items.add(node(entry)));
    return Reply.json(200, reply.put("total", journal.total()));
  }

  private static Predicate<Entry> filter(Call call) {
    String method = call.query("method");
    String path = call.query("path");
    String mailbox = call.query("mailbox");
    return entry ->
        (method == null || entry.method().equalsIgnoreCase(method))
            && (path == null || entry.path().startsWith(path))
            && (mailbox == null || mailbox.toLowerCase(Locale.ROOT).equals(entry.mailbox()));
  }

  private static long number(Call call, String name, long usual) {
    String given = call.query(name);
    if (given == null) {
      return usual;
    }
    try {
      return Long.parseLong(given);
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  private static ObjectNode node(Entry entry) {
    ObjectNode node = Json.object();
    node.put("n", entry.n());
    node.put("at", entry.at().toString());
    node.put("method", entry.method());
    node.put("path", entry.path());
    node.put("route", entry.route());
    put(node, "mailbox", entry.mailbox());
    put(node, "caller", entry.caller());
    node.put("status", entry.status());
    node.put("tookMicros", entry.tookMicros());
    put(node, "fault", entry.fault());
    if (entry.effect() != null) {
      node.put("effect", entry.effect().name().toLowerCase(Locale.ROOT));
    }
    put(node, "id", entry.id());
    put(node, "tag", entry.tag());
    return node;
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  Reply summary(Call call) {
    ObjectNode reply = Json.object();
    reply.put("total", journal.total());
    ObjectNode answers = reply.putObject("answers");
    journal.byAnswer().forEach(answers::put);
    ObjectNode effects = reply.putObject("effects");
    journal
        .byEffect()
        .forEach((effect, count) -> effects.put(effect.name().toLowerCase(Locale.ROOT), count));
    ArrayNode duplicates = reply.putArray("duplicates");
    vendor.duplicates().forEach((tag, ids) -> duplicates.add(duplicate(tag, ids)));
    return Reply.json(200, reply);
  }

  private static ObjectNode duplicate(String tag, List<String> ids) {
    ObjectNode node = Json.object().put("tag", tag);
    ids.forEach(node.putArray("ids")::add);
    return node;
  }
}
