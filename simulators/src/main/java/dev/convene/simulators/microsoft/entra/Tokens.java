package dev.convene.simulators.microsoft.entra;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Access and id tokens. Only what was issued here, and has not run out, is worth anything. */
public final class Tokens {
  private static final int PURGE_AT = 50_000;

  private final Map<String, Issued> issued = new ConcurrentHashMap<>();
  private final Supplier<Duration> lifetime;
  private final InstantSource clock;

  private record Issued(Caller caller, Instant expires) {}

  public Tokens(Supplier<Duration> lifetime, InstantSource clock) {
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** What a token allows; null when it was never issued or has run out. */
  public @Nullable Caller verify(@Nullable String token) {
    Issued known = token == null ? null : issued.get(token);
    return known != null && clock.instant().isBefore(known.expires()) ? known.caller() : null;
  }

  Duration lifetime() {
    return lifetime.get();
  }

  /**
   * An access token.
   *
   * @param issuer base URL of this server
   */
  String access(Caller caller, String issuer) {
    Instant now = clock.instant();
    if (issued.size() >= PURGE_AT) {
      issued.values().removeIf(one -> !now.isBefore(one.expires()));
    }
    ObjectNode claims =
        claims(issuer, now)
            .put("aud", "https://graph.microsoft.com")
            .put("appid", caller.appId())
            .put("uti", UUID.randomUUID().toString());
    String user = caller.user();
    if (user == null) {
      caller.scopes().stream().sorted().forEach(claims.putArray("roles")::add);
    } else {
      claims.put("scp", String.join(" ", caller.scopes().stream().sorted().toList()));
      person(claims, user);
    }
    String token = SigningKey.SHARED.sign(claims);
    issued.put(token, new Issued(caller, now.plus(lifetime.get())));
    return token;
  }

  String id(Caller caller, String user, String issuer, @Nullable String nonce) {
    ObjectNode claims = claims(issuer, clock.instant()).put("aud", caller.appId());
    person(claims, user);
    claims.put("preferred_username", user).put("email", user);
    if (nonce != null) {
      claims.put("nonce", nonce);
    }
    return SigningKey.SHARED.sign(claims);
  }

  private ObjectNode claims(String issuer, Instant now) {
    return Json.object()
        .put("iss", issuer + "/" + Seeds.TENANT + "/v2.0")
        .put("tid", Seeds.TENANT)
        .put("ver", "2.0")
        .put("iat", now.getEpochSecond())
        .put("nbf", now.getEpochSecond())
        .put("exp", now.plus(lifetime.get()).getEpochSecond());
  }

  private static void person(ObjectNode claims, String user) {
    Person person = Seeds.find(user).orElseThrow();
    claims
        .put("oid", person.id().toString())
        .put("sub", person.id().toString())
        .put("upn", user)
        .put("name", person.name());
  }

  ObjectNode keys() {
    ObjectNode keys = Json.object();
    keys.putArray("keys").add(SigningKey.SHARED.jwk());
    return keys;
  }

  /** Makes all tokens worthless. */
  public void reset() {
    issued.clear();
  }
}
