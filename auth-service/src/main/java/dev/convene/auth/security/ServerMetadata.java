package dev.convene.auth.security;

import dev.convene.auth.clients.Scope;
import dev.convene.auth.tokens.ClientAssertions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;

/** What discovery says: what this server does, and not all that the framework could. */
final class ServerMetadata {

  private static final List<String> AUTHENTICATION =
      List.of(
          ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue(),
          ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue(),
          ClientAuthenticationMethod.PRIVATE_KEY_JWT.getValue());

  private ServerMetadata() {}

  static void describe(OAuth2AuthorizationServerMetadata.Builder metadata) {
    metadata.claims(ServerMetadata::describe);
  }

  static void describe(OidcProviderConfiguration.Builder metadata) {
    metadata.claims(claims -> {
      describe(claims);
      claims.put("claims_supported", List.of("sub", "email", "email_verified", "name", "nonce"));
    });
  }

  private static void describe(Map<String, Object> claims) {
    List<String> algorithms =
        ClientAssertions.ALGORITHMS.stream().map(SignatureAlgorithm::getName).sorted().toList();
    claims.put("scopes_supported", Arrays.stream(Scope.values()).map(Scope::value).toList());
    claims.put(
        "grant_types_supported",
        List.of(
            AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
            AuthorizationGrantType.REFRESH_TOKEN.getValue(),
            AuthorizationGrantType.CLIENT_CREDENTIALS.getValue()));
    for (String endpoint : List.of("token", "revocation", "introspection")) {
      claims.put(endpoint + "_endpoint_auth_methods_supported", AUTHENTICATION);
      claims.put(endpoint + "_endpoint_auth_signing_alg_values_supported", algorithms);
    }
    List.of("dpop_signing_alg_values_supported", "tls_client_certificate_bound_access_tokens")
        .forEach(claims::remove);
  }
}
