package dev.convene.simulators.microsoft;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.microsoft.calendar.Audit;
import dev.convene.simulators.microsoft.calendar.Truth;
import dev.convene.simulators.microsoft.entra.Grants;
import dev.convene.simulators.microsoft.entra.Tokens;
import dev.convene.simulators.seeds.Seeds;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Microsoft adds under {@code /_sim}: the truth for checkers, and grants without a sign-in.
 */
final class ControlsApi {
  private static final int USUAL_MAX = 1000;
  private static final Set<Integer> REVOCATIONS = Set.of(50173, 700082, 50076, 65001);

  private final Truth truth;
  private final Audit audit;
  private final Tokens tokens;
  private final Grants grants;

  ControlsApi(Truth truth, Audit audit, Tokens tokens, Grants grants) {
    this.truth = truth;
    this.audit = audit;
    this.tokens = tokens;
    this.grants = grants;
  }

  void routes(Router router) {
    router
        .on(
            "GET",
            "/_sim/events",
            call ->
                Reply.json(200, truth.events(call.query("mailbox"), call.query("ref"), max(call))))
        .on(
            "GET",
            "/_sim/outbox",
            call ->
                Reply.json(200, truth.outbox(call.query("mailbox"), call.query("ref"), max(call))))
        .on("GET", "/_sim/audit", _ -> Reply.json(200, audit.json()))
        .on("POST", "/_sim/codes", this::code)
        .on("POST", "/_sim/grants/revoke", this::revoke)
        .on("DELETE", "/_sim/tokens", _ -> voided(tokens::reset))
        .on(
            "DELETE",
            "/_sim/grants",
            _ ->
                voided(() -> {
                  tokens.reset();
                  grants.reset();
                }));
  }

  private static Reply voided(Runnable action) {
    action.run();
    return Reply.empty(204);
  }

  private static int max(Call call) {
    String given = call.query("max");
    try {
      return given == null ? USUAL_MAX : Math.clamp(Integer.parseInt(given), 0, 1_000_000);
    } catch (NumberFormatException _) {
      return USUAL_MAX;
    }
  }

  /** An authorization code, as a user gets it who signs in and agrees. */
  private Reply code(Call call) {
    JsonNode body = call.json();
    String user = text(body, "user");
    String redirect = text(body, "redirectUri");
    String scope = text(body, "scope");
    if (user == null || redirect == null || scope == null || Seeds.find(user).isEmpty()) {
      return refused(
          "needed are user (an address that exists), redirectUri and scope;"
              + " allowed are clientId, codeChallenge (S256) and nonce");
    }
    String client = text(body, "clientId");
    String code =
        grants.code(
            new Grants.Consent(
                client == null ? Seeds.CALENDAR.clientId() : client,
                redirect,
                user.toLowerCase(Locale.ROOT),
                scopes(scope),
                text(body, "codeChallenge"),
                text(body, "nonce")));
    return Reply.json(201, Json.object().put("code", code));
  }

  private Reply revoke(Call call) {
    JsonNode body = call.json();
    String user = text(body, "user");
    int code = body == null ? 50173 : body.path("code").asInt(50173);
    if (user == null || !REVOCATIONS.contains(code)) {
      return refused("needed is user; code may be one of " + REVOCATIONS);
    }
    return Reply.json(
        200, Json.object().put("revoked", grants.revoke(user.toLowerCase(Locale.ROOT), code)));
  }

  private static Set<String> scopes(String text) {
    return Arrays.stream(text.strip().split("\\s+"))
        .map(scope -> scope.substring(scope.lastIndexOf('/') + 1))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable String text(@Nullable JsonNode body, String name) {
    return body == null ? null : body.path(name).asString(null);
  }

  private static Reply refused(String message) {
    return Reply.json(400, Json.object().put("message", message));
  }
}
