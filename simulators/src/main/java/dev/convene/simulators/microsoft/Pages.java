package dev.convene.simulators.microsoft;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.odata.QueryOptions;
import dev.convene.simulators.microsoft.settings.Switches;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a page of a list, with the absolute address of the next one. */
final class Pages {
  private static final int MOST = 999;

  private final Switches switches;

  Pages(Switches switches) {
    this.switches = switches;
  }

  /**
   * A page as JSON.
   *
   * @param context the value of {@code @odata.context}
   * @param usual how many items a page has unless {@code $top} says
   * @param json writes an item
   */
  <T> String page(Call call, String context, List<T> all, int usual, Function<T, String> json) {
    QueryOptions options = new QueryOptions(call.query());
    int skip = options.skip();
    int top = options.top(usual, MOST);
    StringBuilder page = new StringBuilder(4096);
    page.append("{\"@odata.context\":").append(Json.MAPPER.writeValueAsString(context));
    if (options.count()) {
      page.append(",\"@odata.count\":").append(all.size());
    }
    page.append(",\"value\":[")
        .append(all.stream().skip(skip).limit(top).map(json).collect(Collectors.joining(",")))
        .append(']');
    if (skip + top < all.size()) {
      page.append(",\"@odata.nextLink\":")
          .append(Json.MAPPER.writeValueAsString(next(call, skip + top)));
    }
    return page.append('}').toString();
  }

  private String next(Call call, int skip) {
    Map<String, String> query = new LinkedHashMap<>(call.query());
    query.remove("skip");
    query.put("$skip", Integer.toString(skip));
    String base = call.baseUrl();
    if (switches.nextLinkOtherHost().get()) {
      base =
          base.contains("//localhost")
              ? base.replace("//localhost", "//127.0.0.1")
              : base.replace("//127.0.0.1", "//localhost");
    }
    return base
        + encodedPath(call.path())
        + "?"
        + query.entrySet().stream()
            .map(one -> encoded(one.getKey()).replace("%24", "$") + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encodedPath(String path) {
    return List.of(path.split("/", -1)).stream()
        .map(Pages::encoded)
        .collect(Collectors.joining("/"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
