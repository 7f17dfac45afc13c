package dev.convene.simulators.microsoft.entra;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.seeds.Seeds;
import java.time.InstantSource;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Entra's endpoints for applications: token, keys, discovery. */
public final class Entra {
  private static final Set<String> TENANTS = Set.of(Seeds.TENANT, "common", "organizations");

  private final Tokens tokens;
  private final InstantSource clock;
  private final TokenEndpoint endpoint;

  public Entra(Tokens tokens, Grants grants, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
    this.endpoint = new TokenEndpoint(tokens, grants, clock);
  }

  /** Adds the routes. */
  public void routes(Router router) {
    router
        .on("POST", "/{tenant}/oauth2/v2.0/token", this::token)
        .on("GET", "/{tenant}/discovery/v2.0/keys", this::keys)
        .on("GET", "/{tenant}/v2.0/.well-known/openid-configuration", this::discovery);
  }

  private Reply token(Call call) {
    checkTenant(call);
    return endpoint.answer(call);
  }

  private Reply keys(Call call) {
    checkTenant(call);
    return Reply.json(200, tokens.keys());
  }

  private Reply discovery(Call call) {
    checkTenant(call);
    String base = call.baseUrl() + "/" + call.variable("tenant");
    ObjectNode document =
        Json.object()
            .put("issuer", call.baseUrl() + "/" + Seeds.TENANT + "/v2.0")
            .put("authorization_endpoint", base + "/oauth2/v2.0/authorize")
            .put("token_endpoint", base + "/oauth2/v2.0/token")
            .put("jwks_uri", base + "/discovery/v2.0/keys");
    document.putArray("response_types_supported").add("code");
    document.putArray("subject_types_supported").add("pairwise");
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    document
        .putArray("token_endpoint_auth_methods_supported")
        .add("client_secret_post")
        .add("client_secret_basic");
    document
        .putArray("scopes_supported")
        .add("openid")
        .add("profile")
        .add("email")
        .add("offline_access");
    return Reply.json(200, document);
  }

  private void checkTenant(Call call) {
    String tenant = call.variable("tenant");
    if (!TENANTS.contains(tenant)) {
      throw new OAuthError(400, "invalid_tenant", 90002, "Tenant '" + tenant + "' not found.")
          .refused(clock.instant());
    }
  }
}
