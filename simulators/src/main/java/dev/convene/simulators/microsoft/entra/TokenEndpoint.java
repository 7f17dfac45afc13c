package dev.convene.simulators.microsoft.entra;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Refusal;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.microsoft.entra.Grants.Consent;
import dev.convene.simulators.seeds.Seeds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Gives tokens for client credentials, codes, refresh tokens and users' tokens. */
final class TokenEndpoint {
  private static final String ON_BEHALF_OF = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String DEFAULT = "/.default";
  private static final String GRAPH = "https://graph.microsoft.com/";

  private final Tokens tokens;
  private final Grants grants;
  private final InstantSource clock;

  TokenEndpoint(Tokens tokens, Grants grants, InstantSource clock) {
    this.tokens = tokens;
    this.grants = grants;
    this.clock = clock;
  }

  Reply answer(Call call) {
    Map<String, String> form = call.form();
    String grantType = need(form, "grant_type");
    String client = client(call, form);
    String base = call.baseUrl();
    return switch (grantType) {
      case "client_credentials" -> forItself(client, need(form, "scope"), base);
      case "authorization_code" -> forCode(client, form, base);
      case "refresh_token" -> forRefresh(client, form, base);
      case ON_BEHALF_OF -> onBehalf(client, form, base);
      default ->
          throw refused(
              new OAuthError(
                  400,
                  "unsupported_grant_type",
                  70003,
                  "The app requested an unsupported grant type '" + grantType + "'."));
    };
  }

  private Reply forItself(String client, String scope, String base) {
    if (!scope.endsWith(DEFAULT) || scope.indexOf(' ') >= 0) {
      throw refused(
          new OAuthError(
              400,
              "invalid_scope",
              1002012,
              "The provided value for scope "
                  + scope
                  + " is not valid. Client credential flows"
                  + " must have a scope value with /.default suffixed to the resource identifier."));
    }
    Caller caller = new Caller(client, null, Caller.APPLICATION_ROLES);
    return reply(answer(tokens.access(caller, base)));
  }

  private Reply forCode(String client, Map<String, String> form, String base) {
    Consent consent = grants.redeem(need(form, "code"));
    if (!consent.clientId().equals(client)
        || !consent.redirectUri().equals(form.get("redirect_uri"))) {
      throw refused(
          OAuthError.invalidGrant(
              500112, "The reply address or the client is not the one of the authorization."));
    }
    if (consent.challenge() != null
        && !consent.challenge().equals(s256(form.get("code_verifier")))) {
      throw refused(
          OAuthError.invalidGrant(
              501481, "The Code_Verifier does not match the code_challenge supplied."));
    }
    return forUser(consent, consent.scopes(), base);
  }

  private Reply forRefresh(String client, Map<String, String> form, String base) {
    Consent consent = grants.refresh(need(form, "refresh_token"));
    if (!consent.clientId().equals(client)) {
      throw refused(
          OAuthError.invalidGrant(700005, "The refresh token was issued to another client."));
    }
    Set<String> wanted = form.containsKey("scope") ? scopes(need(form, "scope")) : consent.scopes();
    if (!consent.scopes().containsAll(wanted)) {
      throw refused(
          OAuthError.invalidGrant(65001, "The user has not consented to all of these scopes."));
    }
    return forUser(consent, wanted, base);
  }

  private Reply onBehalf(String client, Map<String, String> form, String base) {
    Caller asserted = tokens.verify(need(form, "assertion"));
    String user = asserted == null ? null : asserted.user();
    if (user == null || !"on_behalf_of".equals(form.get("requested_token_use"))) {
      throw refused(
          OAuthError.invalidGrant(500133, "The assertion is not a valid token of a user."));
    }
    Set<String> scopes = scopes(need(form, "scope"));
    return forUser(new Consent(client, "", user, scopes, null, null), scopes, base);
  }

  private Reply forUser(Consent consent, Set<String> scopes, String base) {
    Caller caller = new Caller(consent.clientId(), consent.user(), scopes);
    ObjectNode answer =
        answer(tokens.access(caller, base))
            .put("scope", scopes.stream().sorted().collect(Collectors.joining(" ")));
    if (consent.scopes().contains("offline_access")) {
      answer.put("refresh_token", grants.refreshToken(consent));
    }
    if (scopes.contains("openid")) {
      answer.put("id_token", tokens.id(caller, consent.user(), base, consent.nonce()));
    }
    return reply(answer);
  }

  private ObjectNode answer(String token) {
    long seconds = tokens.lifetime().toSeconds();
    return Json.object()
        .put("token_type", "Bearer")
        .put("expires_in", seconds)
        .put("ext_expires_in", seconds)
        .put("access_token", token);
  }

  private static Reply reply(ObjectNode answer) {
    return Reply.json(200, answer).with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }

  private String client(Call call, Map<String, String> form) {
    String id = form.get("client_id");
    String secret = form.get("client_secret");
    String basic = call.header("Authorization");
    if (basic != null && basic.regionMatches(true, 0, "Basic ", 0, 6)) {
      String[] pair = decoded(basic.substring(6).strip()).split(":", 2);
      id = pair[0];
      secret = pair.length == 2 ? pair[1] : "";
    }
    if (id == null) {
      throw refused(missing("client_id"));
    }
    if (!id.equals(Seeds.CALENDAR.clientId())) {
      throw refused(
          new OAuthError(
              400,
              "unauthorized_client",
              700016,
              "Application with identifier '" + id + "' was not found in the directory."));
    }
    if (secret == null) {
      throw refused(
          OAuthError.invalidClient(
              7000218, "The request body must contain 'client_assertion' or 'client_secret'."));
    }
    if (!secret.equals(Seeds.CALENDAR.secret())) {
      throw refused(OAuthError.invalidClient(7000215, "Invalid client secret provided."));
    }
    return id;
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  /** Scopes by their short names, as Graph's are known. */
  static Set<String> scopes(String text) {
    return Arrays.stream(text.strip().split("\\s+"))
        .map(scope -> scope.startsWith(GRAPH) ? scope.substring(GRAPH.length()) : scope)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String s256(@Nullable String verifier) {
    if (verifier == null) {
      return "";
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String need(Map<String, String> form, String name) {
    String value = form.get(name);
    if (value == null || value.isBlank()) {
      throw refused(missing(name));
    }
    return value;
  }

  private static OAuthError missing(String name) {
    return OAuthError.invalidRequest(
        900144, "The request body must contain the following parameter: '" + name + "'.");
  }

  private Refusal refused(OAuthError error) {
    return error.refused(clock.instant());
  }
}
