package dev.convene.simulators.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One request, and what becomes known about it on its way: the route, whom it concerns, and what it
 * changed. Used by one thread at a time.
 */
public final class Call {
  private static final List<String> PASSED_ON =
      List.of("Host", "X-Forwarded-Host", "X-Forwarded-Proto", "Authorization");

  private final String method;
  private final String path;
  private final List<String> segments;
  private final Map<String, String> query;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Notes notes = new Notes();
  private Map<String, String> variables = Map.of();
  private @Nullable JsonNode json;
  private boolean jsonRead;

  /**
   * A request as it came in.
   *
   * @param target path and query as sent, percent-encoded
   * @param headers by name; the names' case does not matter
   */
  public Call(String method, String target, Map<String, String> headers, byte[] body) {
    this.method = method.toUpperCase(Locale.ROOT);
    int mark = target.indexOf('?');
    String rawPath = mark < 0 ? target : target.substring(0, mark);
    this.segments = Targets.segments(rawPath);
    this.path = "/" + String.join("/", segments);
    this.query = mark < 0 ? Map.of() : Targets.query(target.substring(mark + 1));
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    this.headers = byName;
    this.body = body;
  }

  public String method() {
    return method;
  }

  /** The path, decoded, without a slash at its end. */
  public String path() {
    return path;
  }

  List<String> segments() {
    return segments;
  }

  /** The value of a query parameter, decoded; the first one when it is given more than once. */
  public @Nullable String query(String name) {
    return query.get(name);
  }

  /** All query parameters, decoded, in the order given. */
  public Map<String, String> query() {
    return query;
  }

  /** A header's value; several of one name are joined by a comma. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** A variable of the route's pattern, decoded. */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no variable " + name);
    }
    return value;
  }

  void variables(Map<String, String> found) {
    this.variables = found;
  }

  public byte[] body() {
    return body;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as JSON, read once; null when it is empty or is not JSON. */
  public @Nullable JsonNode json() {
    if (!jsonRead) {
      jsonRead = true;
      json = parsed();
    }
    return json;
  }

  private @Nullable JsonNode parsed() {
    if (body.length == 0) {
      return null;
    }
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException _) {
      return null;
    }
  }

  /** The body as {@code application/x-www-form-urlencoded}. */
  public Map<String, String> form() {
    return body.length == 0 ? Map.of() : Targets.query(text());
  }

  /** The token of the {@code Authorization: Bearer} header; null when there is none. */
  public @Nullable String bearer() {
    String value = header("Authorization");
    return value != null && value.regionMatches(true, 0, "Bearer ", 0, 7)
        ? value.substring(7).strip()
        : null;
  }

  /**
   * Where the caller believes this server to be, without a slash at the end: from {@code
   * X-Forwarded-Proto} and {@code X-Forwarded-Host} where a proxy sets them, else from {@code
   * Host}.
   */
  public String baseUrl() {
    String scheme = headers.getOrDefault("X-Forwarded-Proto", "http");
    String host =
        headers.getOrDefault("X-Forwarded-Host", headers.getOrDefault("Host", "localhost"));
    return scheme + "://" + host;
  }

  /** What the journal will say of this call, and what the parts on its way tell one another. */
  public Notes notes() {
    return notes;
  }

  /**
   * A call that is part of this one, such as a step of a batch. Of this call's headers it has the
   * host's and the caller's token, where {@code own} does not say otherwise.
   */
  public Call within(String method, String target, Map<String, String> own, byte[] body) {
    Map<String, String> merged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : PASSED_ON) {
      String value = header(name);
      if (value != null) {
        merged.put(name, value);
      }
    }
    merged.putAll(own);
    return new Call(method, target, merged, body);
  }
}
