package dev.convene.simulators.webex;

import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Access and refresh tokens, and authorization codes. */
final class Tokens {
  static final Set<String> SERVICE_APP_SCOPES =
      Set.of(
          "meeting:admin_schedule_read",
          "meeting:admin_schedule_write",
          "meeting:admin_preferences_read",
          "meeting:admin_preferences_write");

  /** As Webex documents no number, short, as RFC 6749 advises. */
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final InstantSource clock;
  private final WebexSettings settings;
  private final Map<String, Access> access = new ConcurrentHashMap<>();
  private final Map<String, Refresh> refresh = new ConcurrentHashMap<>();
  private final Map<String, Code> codes = new ConcurrentHashMap<>();

  /**
   * What was agreed to.
   *
   * @param user null for the service app
   */
  record Grant(String clientId, @Nullable Person user, Set<String> scopes) {}

  private record Access(Caller caller, Instant issued, Instant expires) {}

  private record Refresh(Grant grant, Instant expires, @Nullable String accessToken) {}

  private record Code(
      Grant grant, String redirectUri, @Nullable String challenge, Instant expires) {}

  /** A pair as the token endpoint hands it out; lifetimes in seconds from now. */
  record Pair(String access, long expiresIn, String refresh, long refreshExpiresIn, Grant grant) {}

  Tokens(InstantSource clock, WebexSettings settings) {
    this.clock = clock;
    this.settings = settings;
    seed();
  }

  /** Forgets all refresh tokens but those of the seeds. Access tokens in use stay good. */
  void reset() {
    refresh.clear();
    codes.clear();
    seed();
  }

  private void seed() {
    Grant grant = new Grant(Seeds.WEBEX.clientId(), null, SERVICE_APP_SCOPES);
    refresh.put(Seeds.WEBEX_REFRESH_TOKEN, new Refresh(grant, refreshExpiry(), null));
    Person administrator = Seeds.find(Seeds.WEBEX_ADMINISTRATOR).orElseThrow();
    refresh.put(
        Seeds.WEBEX_ADMINISTRATOR_REFRESH_TOKEN,
        new Refresh(
            new Grant(Seeds.WEBEX.clientId(), administrator, Set.of("spark:all")),
            refreshExpiry(),
            null));
  }

  /** Makes all access tokens void; refresh tokens stay good. */
  void voidAccess() {
    access.clear();
  }

  /** Makes all tokens void, as if everybody had taken their consent back. */
  void voidAll() {
    access.clear();
    refresh.clear();
  }

  /**
   * Makes all tokens of that person void, as if they had taken their consent back.
   *
   * @return how many refresh tokens there were
   */
  int revoke(Person person) {
    access.values().removeIf(one -> person.equals(one.caller().user()));
    int before = refresh.size();
    refresh.values().removeIf(one -> person.equals(one.grant().user()));
    return before - refresh.size();
  }

  @Nullable Caller caller(@Nullable String token) {
    Access found = token == null ? null : access.get(token);
    return found == null || !clock.instant().isBefore(found.expires()) ? null : found.caller();
  }

  /** A code as the sign-in page would send it to the application. */
  String code(Grant grant, String redirectUri, @Nullable String challenge) {
    String code = random();
    codes.put(code, new Code(grant, redirectUri, challenge, clock.instant().plus(CODE_LIFETIME)));
    return code;
  }

  /** What the sign-in page asks for when somebody has agreed. Webex gives no id token here. */
  String codeFor(
      Person person,
      String redirectUri,
      Set<String> scopes,
      @Nullable String challenge,
      @Nullable String nonce) {
    return code(new Grant(Seeds.WEBEX.clientId(), person, scopes), redirectUri, challenge);
  }

  /** Exchanges a code, once; null when it is not good for this. */
  @Nullable Pair exchange(
      String clientId, String code, String redirectUri, @Nullable String verifier) {
    Code found = codes.remove(code);
    if (found == null
        || !found.grant().clientId().equals(clientId)
        || !found.redirectUri().equals(redirectUri)
        || !clock.instant().isBefore(found.expires())
        || !Pkce.holds(found.challenge(), verifier)) {
      return null;
    }
    String token = random();
    refresh.put(token, new Refresh(found.grant(), refreshExpiry(), null));
    return refresh(clientId, token);
  }

  /** A new access token, or the last one where that is recent; null when the token is not good. */
  @Nullable Pair refresh(String clientId, String refreshToken) {
    Refresh now =
        refresh.computeIfPresent(
            refreshToken,
            (_, old) ->
                clock.instant().isBefore(old.expires()) && old.grant().clientId().equals(clientId)
                    ? renewed(old)
                    : old);
    Access issued = now == null || now.accessToken() == null ? null : access.get(now.accessToken());
    if (now == null || issued == null || !now.grant().clientId().equals(clientId)) {
      return null;
    }
    Instant instant = clock.instant();
    if (!instant.isBefore(now.expires())) {
      return null;
    }
    return new Pair(
        issued.caller().token(),
        Duration.between(instant, issued.expires()).toSeconds(),
        refreshToken,
        Duration.between(instant, now.expires()).toSeconds(),
        now.grant());
  }

  private Refresh renewed(Refresh old) {
    Instant now = clock.instant();
    Access last = old.accessToken() == null ? null : access.get(old.accessToken());
    if (last != null
        && now.isBefore(last.expires())
        && now.isBefore(last.issued().plus(settings.refreshAtMostEvery.get()))) {
      return old;
    }
    Grant grant = old.grant();
    Caller caller = new Caller(random(), grant.clientId(), grant.user(), grant.scopes());
    access.values().removeIf(stale -> !now.isBefore(stale.expires()));
    access.put(
        caller.token(), new Access(caller, now, now.plus(settings.accessTokenLifetime.get())));
    return new Refresh(grant, refreshExpiry(), caller.token());
  }

  private Instant refreshExpiry() {
    return clock.instant().plus(settings.refreshTokenLifetime.get());
  }

  private static String random() {
    byte[] bytes = new byte[36];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
