package dev.convene.simulators.page;

import dev.convene.simulators.http.Call;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks a person for, by sending the browser here.
 *
 * @param parameters of the request, decoded
 */
record Asked(Map<String, String> parameters) {

  private static final Set<String> KNOWN =
      Set.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "response_mode",
          "scope",
          "state",
          "nonce",
          "prompt",
          "login_hint",
          "code_challenge",
          "code_challenge_method");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  Asked {
    Map<String, String> known = new LinkedHashMap<>(parameters);
    known.keySet().retainAll(KNOWN);
    parameters = known;
  }

  /** From the query, or from the form that a page sent on. */
  static Asked of(Call call) {
    return new Asked(call.method().equals("POST") ? call.form() : call.query());
  }

  String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  Set<String> scopes() {
    Set<String> scopes = new LinkedHashSet<>(Arrays.asList(get("scope").strip().split("\\s+")));
    scopes.remove("");
    return scopes;
  }

  @Nullable String challenge() {
    return parameters.get("code_challenge");
  }

  @Nullable String nonce() {
    return parameters.get("nonce");
  }

  /**
   * Where the browser may be sent back to: this machine, at any port, or a name in {@code .test},
   * which is never anybody's. Null for anywhere else, as if it were not registered.
   */
  @Nullable URI redirect() {
    try {
      URI uri = new URI(get("redirect_uri"));
      String host = uri.getHost() == null ? "" : uri.getHost();
      boolean local = "http".equals(uri.getScheme()) && LOOPBACK.contains(host);
      boolean nobodys = "https".equals(uri.getScheme()) && host.endsWith(".test");
      boolean allowed =
          (local || nobodys) && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      return allowed ? uri : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }

  /** What is wrong, as OAuth names it; null when a person can be asked. */
  @Nullable String error() {
    if (!get("response_type").equals("code")) {
      return "unsupported_response_type";
    }
    boolean inQuery = get("response_mode").isEmpty() || get("response_mode").equals("query");
    boolean s256 = challenge() == null || get("code_challenge_method").equals("S256");
    if (scopes().isEmpty() || !inQuery || !s256) {
      return "invalid_request";
    }
    // Nobody stays signed in here, so nobody can be signed in without being asked.
    return get("prompt").equals("none") ? "login_required" : null;
  }

  /** The address with what is answered, and the state as it came. */
  String back(URI redirect, String name, String value) {
    StringBuilder address = new StringBuilder(redirect.toString());
    address.append(redirect.getRawQuery() == null ? '?' : '&').append(name).append('=');
    address.append(encoded(value));
    if (parameters.containsKey("state")) {
      address.append("&state=").append(encoded(get("state")));
    }
    return address.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
