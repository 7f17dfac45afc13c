package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.seeds.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/meetings}. */
final class ListApi {
  private final Webex webex;

  ListApi(Webex webex) {
    this.webex = webex;
  }

  void routes(Router router) {
    router.on("GET", "/v1/meetings", this::list);
  }

  private record Item(ListQuery.Cursor at, ObjectNode json) {}

  private Reply list(Call call) {
    Access.Acting acting = webex.access.reading(call, call.query("hostEmail"));
    ZoneId zone = Access.zone(call);
    Instant now = webex.now();
    ListQuery query = ListQuery.read(call, zone, now);
    List<Item> found =
        items(acting, query, zone, now)
            .filter(item -> query.after() == null || item.at().compareTo(query.after()) > 0)
            .filter(item -> query.state() == null || state(item).equals(query.state()))
            .sorted(Comparator.comparing(Item::at))
            .limit(query.max() + 1L)
            .toList();
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    List<Item> page = found.subList(0, Math.min(found.size(), query.max()));
    page.forEach(item -> items.add(item.json()));
    Reply reply = Reply.json(200, body);
    return found.size() > query.max() ? reply.with("Link", next(call, page.getLast().at())) : reply;
  }

  private static String state(Item item) {
    return item.json().path("state").asString("");
  }

  private Stream<Item> items(Access.Acting acting, ListQuery query, ZoneId zone, Instant now) {
    String client = acting.caller().clientId();
    Stream<Meeting> series =
        candidates(acting, query)
            .filter(Meeting::live)
            .filter(acting::hosts)
            .filter(webex::visible)
            .filter(one -> tagged(one, client, query));
    return switch (query.type()) {
      case MEETINGSERIES ->
          series
              .filter(one -> overlaps(one, query))
              .map(one ->
                  new Item(
                      new ListQuery.Cursor(one.draft().start(), one.id()),
                      MeetingJson.series(one, client, zone, now)));
      case SCHEDULEDMEETING ->
          series
              .flatMap(one -> Occurrence.of(one).stream())
              .filter(one -> overlaps(one.start(), one.end(), query))
              .map(one ->
                  new Item(
                      new ListQuery.Cursor(one.start(), one.id()),
                      MeetingJson.occurrence(one, client, zone, now)));
      // Nobody ever joins a simulated meeting, so there are no instances.
      case MEETING -> Stream.empty();
    };
  }

  /** As few as the indexes allow; the filters behind check everything again. */
  private Stream<Meeting> candidates(Access.Acting acting, ListQuery query) {
    Person host = acting.host();
    if (host == null) {
      return Stream.empty();
    }
    if (query.seriesId() != null) {
      return Stream.ofNullable(webex.store.find(query.seriesId()));
    }
    if (query.meetingNumber() != null) {
      return Stream.ofNullable(webex.store.findByNumber(query.meetingNumber().replace(" ", "")));
    }
    if (query.webLink() != null) {
      String link = query.webLink();
      return webex.store.newestOf(host.address()).filter(one -> one.webLink().equals(link));
    }
    return query.integrationTag() != null
        ? webex.store.tagged(acting.caller().clientId(), query.integrationTag())
        : webex.store.of(host.address(), query.from(), query.to());
  }

  private static boolean tagged(Meeting one, String client, ListQuery query) {
    return query.integrationTag() == null || one.tagsOf(client).contains(query.integrationTag());
  }

  private static boolean overlaps(Meeting one, ListQuery query) {
    return one.recurring()
        ? Occurrence.of(one).stream().anyMatch(date -> overlaps(date.start(), date.end(), query))
        : overlaps(one.draft().start(), one.draft().end(), query);
  }

  private static boolean overlaps(Instant start, Instant end, ListQuery query) {
    return start.isBefore(query.to()) && end.isAfter(query.from());
  }

  private static String next(Call call, ListQuery.Cursor last) {
    String query =
        Stream.concat(
                call.query().entrySet().stream()
                    .filter(entry -> !entry.getKey().equals("cursor"))
                    .map(entry -> pair(entry.getKey(), entry.getValue())),
                Stream.of(pair("cursor", last.text())))
            .collect(Collectors.joining("&"));
    return "<" + call.baseUrl() + call.path() + "?" + query + ">; rel=\"next\"";
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
