package dev.convene.auth.servers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** An Entra ID that gives whatever id token a test wants. */
public final class FakeEntra implements AutoCloseable {

  public static final String TENANT = "11111111-2222-3333-4444-555555555555";
  public static final String CLIENT = "the-application";

  public final RSAKey key;
  private final HttpServer server;
  private volatile String idToken = "";

  public FakeEntra() {
    try {
      key = new RSAKeyGenerator(2048).keyID("entra").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      String keys = new JWKSet(key.toPublicJWK()).toString();
      server.createContext("/" + TENANT + "/discovery/v2.0/keys", call -> answer(call, keys));
      server.createContext("/" + TENANT + "/oauth2/v2.0/token", call -> answer(call, tokens()));
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String tokens() {
    return """
    {"token_type": "Bearer", "expires_in": 3600, "access_token": "a", "refresh_token": "r",
     "id_token": "%s"}
    """
        .formatted(idToken);
  }

  private static void answer(HttpExchange call, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(200, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What a good id token says. */
  public JWTClaimsSet.Builder claims(String nonce) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(address() + "/" + TENANT + "/v2.0")
        .audience(CLIENT)
        .subject("somebody")
        .claim("tid", TENANT)
        .claim("oid", "somebody")
        .claim("email", "Somebody@contoso.example")
        .claim("name", "Some Body")
        .claim("nonce", nonce)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(3600)));
  }

  /** What the next code is redeemed for. */
  public void give(String token) {
    this.idToken = token;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
