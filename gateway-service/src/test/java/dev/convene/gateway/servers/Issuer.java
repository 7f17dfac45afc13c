package dev.convene.gateway.servers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes keys as auth-service does, and signs whatever a test wants to send. */
public final class Issuer implements AutoCloseable {

  /** Of the client that a gateway is. */
  static final String SECRET = "a-secret-of-the-tests";

  private static final class Shared {
    static final Issuer ISSUER = started();
  }

  private final int port = Ports.free();
  private final List<RSAKey> published = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Codes codes = new Codes();
  private HttpServer server;

  private Issuer() {
    published.add(newKey());
  }

  /** Not listening yet. */
  public static Issuer prepared() {
    return new Issuer();
  }

  public static Issuer started() {
    Issuer issuer = prepared();
    issuer.start();
    return issuer;
  }

  /** The one that all gateways of a run trust, unless they are told otherwise. */
  public static Issuer shared() {
    return Shared.ISSUER;
  }

  public void start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/oauth2/jwks",
        exchange -> {
          asked.incrementAndGet();
          byte[] keys =
              new JWKSet(List.<JWK>copyOf(published))
                  .toString(true)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, keys.length);
          try (var body = exchange.getResponseBody()) {
            body.write(keys);
          }
        });
    server.createContext("/oauth2/token", exchange -> codes.answer(exchange, this));
    server.start();
  }

  /** Whom a browser comes back as, by a code for what it was sent here with. */
  public String codeFor(Map<String, String> authorizeQuery, String email, String... scopes) {
    return codes.give(authorizeQuery, email, scopes);
  }

  /** As if its process had died. */
  public void stop() {
    server.stop(0);
  }

  @Override
  public void close() {
    stop();
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** How often somebody wanted its keys. */
  public int asked() {
    return asked.get();
  }

  /** The next key signs from now on; the old ones stay published. */
  public void rotate() {
    published.addFirst(newKey());
  }

  /** Takes back all keys but the one that signs. */
  public void withdrawOldKeys() {
    published.subList(1, published.size()).clear();
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The token of a system. */
  public String system(String clientId, String... scopes) {
    return token(claims(clientId, clientId, scopes).build());
  }

  /** The token of a person whose id belongs to the mailbox. */
  public String person(String email, String... scopes) {
    return token(personClaims(email, scopes).build());
  }

  public JWTClaimsSet.Builder personClaims(String email, String... scopes) {
    return claims(subjectOf(email), "convene-portal", scopes).claim("email", email);
  }

  /** The person's id. */
  public static String subjectOf(String email) {
    return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** What a good token says. */
  public JWTClaimsSet.Builder claims(String subject, String clientId, String... scopes) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(url())
        .audience("convene")
        .subject(subject)
        .claim("client_id", clientId)
        .claim("scope", String.join(" ", scopes))
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(600)));
  }

  /** Signed as auth-service does. */
  public String token(JWTClaimsSet claims) {
    return token("at+jwt", claims);
  }

  public String token(String type, JWTClaimsSet claims) {
    RSAKey key = published.getFirst();
    try {
      return signed(new RSASSASigner(key), JWSAlgorithm.RS256, key.getKeyID(), type, claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By another key that claims to be ours. */
  public String forged(JWTClaimsSet claims) {
    try {
      return signed(
          new RSASSASigner(newKey()),
          JWSAlgorithm.RS256,
          published.getFirst().getKeyID(),
          "at+jwt",
          claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Naming a key that nobody published. */
  public String byUnknownKey(JWTClaimsSet claims) {
    try {
      return signed(
          new RSASSASigner(published.getFirst()),
          JWSAlgorithm.RS256,
          UUID.randomUUID().toString(),
          "at+jwt",
          claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With {@code alg: none}. */
  public static String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  /** HS256, with the published key in PEM as the secret. */
  public String byThePublicKeyAsSecret(JWTClaimsSet claims) {
    RSAKey key = published.getFirst();
    try {
      byte[] pem =
          ("-----BEGIN PUBLIC KEY-----\n"
                  + Base64.getMimeEncoder(64, new byte[] {'\n'})
                      .encodeToString(key.toRSAPublicKey().getEncoded())
                  + "\n-----END PUBLIC KEY-----\n")
              .getBytes(StandardCharsets.US_ASCII);
      return signed(new MACSigner(pem), JWSAlgorithm.HS256, key.getKeyID(), "at+jwt", claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(
      JWSSigner signer, JWSAlgorithm algorithm, String kid, String type, JWTClaimsSet claims)
      throws JOSEException {
    JWSHeader.Builder header = new JWSHeader.Builder(algorithm).keyID(kid);
    SignedJWT jwt = new SignedJWT(header.type(new JOSEObjectType(type)).build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }
}
