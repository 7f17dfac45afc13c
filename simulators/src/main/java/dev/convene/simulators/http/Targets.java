package dev.convene.simulators.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes paths and queries apart. What is wrongly encoded is taken as it stands. */
final class Targets {
  private Targets() {}

  static List<String> segments(String rawPath) {
    List<String> segments = new ArrayList<>(6);
    int from = 0;
    while (from < rawPath.length()) {
      int slash = rawPath.indexOf('/', from);
      int end = slash < 0 ? rawPath.length() : slash;
      if (end > from) {
        // A plus sign is itself in a path, and a blank in a query.
        segments.add(decoded(rawPath.substring(from, end).replace("+", "%2B")));
      }
      from = end + 1;
    }
    return segments;
  }

  static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    int from = 0;
    while (from < raw.length()) {
      int amp = raw.indexOf('&', from);
      int end = amp < 0 ? raw.length() : amp;
      int equals = raw.indexOf('=', from);
      if (equals < 0 || equals > end) {
        equals = end;
      }
      if (end > from) {
        String value = equals < end ? raw.substring(equals + 1, end) : "";
        query.putIfAbsent(decoded(raw.substring(from, equals)), decoded(value));
      }
      from = end + 1;
    }
    return query;
  }

  private static String decoded(String raw) {
    if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
      return raw;
    }
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return raw;
    }
  }
}
