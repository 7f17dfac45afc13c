package dev.convene.gateway.servers;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import dev.convene.defaults.messaging.JsonDefaults;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An authorization server's codes: each good once, for who began, with proof. */
final class Codes {

  private record Given(Map<String, String> query, String email, List<String> scopes) {}

  private final Map<String, Given> given = new ConcurrentHashMap<>();

  String give(Map<String, String> query, String email, String... scopes) {
    String code = UUID.randomUUID().toString();
    given.put(code, new Given(query, email, List.of(scopes)));
    return code;
  }

  void answer(HttpExchange exchange, Issuer issuer) throws IOException {
    Map<String, String> form =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    Given begun = given.remove(form.getOrDefault("code", ""));
    String basic =
        Base64.getEncoder()
            .encodeToString(
                ("convene-portal:" + Issuer.SECRET).getBytes(StandardCharsets.US_ASCII));
    boolean good =
        begun != null
            && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && begun.query().get("code_challenge").equals(hash(form.get("code_verifier")))
            && begun.query().get("redirect_uri").equals(form.get("redirect_uri"));
    Object body = good ? tokens(issuer, begun) : Map.of("error", "invalid_grant");
    byte[] json = JsonDefaults.mapper().writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(good ? 200 : 400, json.length);
    try (var out = exchange.getResponseBody()) {
      out.write(json);
    }
  }

  private static Map<String, Object> tokens(Issuer issuer, Given begun) {
    JWTClaimsSet id =
        new JWTClaimsSet.Builder()
            .issuer(issuer.url())
            .audience("convene-portal")
            .subject(Issuer.subjectOf(begun.email()))
            .claim("nonce", begun.query().get("nonce"))
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(600)))
            .build();
    return Map.of(
        "access_token",
        issuer.person(begun.email(), begun.scopes().toArray(String[]::new)),
        "refresh_token",
        "a-refresh-token-that-nobody-needs",
        "id_token",
        issuer.token("JWT", id),
        "token_type",
        "Bearer",
        "expires_in",
        600);
  }

  private static String hash(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a query or a form says. */
  static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new HashMap<>();
    Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(
            pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return parameters;
  }
}
