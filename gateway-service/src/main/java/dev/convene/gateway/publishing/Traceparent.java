package dev.convene.gateway.publishing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The header by which a trace goes on, as W3C writes it. */
public final class Traceparent {

  private static final Pattern VALID = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private Traceparent() {}

  /** That of a request; null where it has none that can be handed on. */
  public static @Nullable String in(HttpHeaders headers) {
    String value = headers.getFirst("traceparent");
    return value != null && VALID.matcher(value).matches() ? value : null;
  }
}
