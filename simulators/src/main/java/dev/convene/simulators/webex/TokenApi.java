package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /v1/access_token}, and codes for tests that want no sign-in page. */
final class TokenApi {
  private final Tokens tokens;

  TokenApi(Tokens tokens) {
    this.tokens = tokens;
  }

  void routes(Router router) {
    router.on("POST", "/v1/access_token", this::issue);
  }

  void controls(Router router) {
    router
        .on("POST", "/_sim/codes", this::code)
        .on("POST", "/_sim/grants/revoke", this::revoke)
        .on("DELETE", "/_sim/tokens", _ -> done(tokens::voidAccess))
        .on("DELETE", "/_sim/grants", _ -> done(tokens::voidAll));
  }

  private Reply revoke(Call call) {
    JsonNode body = call.json();
    Optional<Person> user = Seeds.find(body == null ? "" : body.path("user").asString(""));
    return user.isEmpty()
        ? Reply.json(400, Json.object().put("message", "user must be somebody of the seeds"))
        : Reply.json(200, Json.object().put("revoked", tokens.revoke(user.get())));
  }

  private static Reply done(Runnable action) {
    action.run();
    return Reply.empty(204);
  }

  private Reply issue(Call call) {
    Map<String, String> form = call.form();
    String clientId = form.getOrDefault("client_id", "");
    if (!clientId.equals(Seeds.WEBEX.clientId())
        || !form.getOrDefault("client_secret", "").equals(Seeds.WEBEX.secret())) {
      return WebexErrors.reply(401, "client_id or client_secret is invalid.");
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "refresh_token" ->
          pair(
              tokens.refresh(clientId, form.getOrDefault("refresh_token", "")),
              "The refresh token provided is expired, revoked, malformed, or invalid.");
      case "authorization_code" ->
          pair(
              tokens.exchange(
                  clientId,
                  form.getOrDefault("code", ""),
                  form.getOrDefault("redirect_uri", ""),
                  form.get("code_verifier")),
              "The authorization code provided is expired, used, or invalid, or was issued for"
                  + " another redirect_uri or code_verifier.");
      default -> WebexErrors.reply(400, "grant_type must be authorization_code or refresh_token.");
    };
  }

  private static Reply pair(Tokens.@Nullable Pair pair, String otherwise) {
    if (pair == null) {
      return WebexErrors.reply(400, otherwise);
    }
    return Reply.json(
        200,
        Json.object()
            .put("access_token", pair.access())
            .put("expires_in", pair.expiresIn())
            .put("refresh_token", pair.refresh())
            .put("refresh_token_expires_in", pair.refreshExpiresIn())
            .put("token_type", "Bearer")
            .put("scope", String.join(" ", new TreeSet<>(pair.grant().scopes()))));
  }

  private Reply code(Call call) {
    JsonNode body = call.json();
    if (body == null) {
      body = Json.object();
    }
    Optional<Person> user = Seeds.find(body.path("user").asString(""));
    String redirectUri = body.path("redirectUri").asString("");
    if (user.isEmpty() || redirectUri.isEmpty()) {
      return Reply.json(
          400,
          Json.object()
              .put("message", "user must be somebody of the seeds, and redirectUri be given"));
    }
    Set<String> scopes = Set.of(body.path("scope").asString("").split(" "));
    JsonNode challenge = body.path("codeChallenge");
    String code =
        tokens.code(
            new Tokens.Grant(Seeds.WEBEX.clientId(), user.get(), scopes),
            redirectUri,
            challenge.isString() ? challenge.stringValue() : null);
    return Reply.json(201, Json.object().put("code", code));
  }
}
