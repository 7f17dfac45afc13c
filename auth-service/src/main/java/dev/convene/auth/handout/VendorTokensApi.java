package dev.convene.auth.handout;

import dev.convene.auth.handout.Asked.Subject;
import dev.convene.auth.handout.Asked.Unusable;
import dev.convene.auth.problems.ProblemType;
import dev.convene.auth.problems.Refused;
import dev.convene.auth.vault.TokenOutcome;
import dev.convene.auth.vault.TokenOutcome.Away;
import dev.convene.auth.vault.TokenOutcome.NeedsReconnecting;
import dev.convene.auth.vault.TokenOutcome.NotConnected;
import dev.convene.auth.vault.TokenOutcome.Token;
import dev.convene.auth.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Token exchange as RFC 8693 shapes it: a person's or a client's id for an access token. */
@RestController
class VendorTokensApi {

  private final Vault vault;
  private final ApplicationTokens application;
  private final HandOutRecord record;
  private final InstantSource clock;

  VendorTokensApi(
      Vault vault, ApplicationTokens application, HandOutRecord record, InstantSource clock) {
    this.vault = vault;
    this.application = application;
    this.record = record;
    this.clock = clock;
  }

  @PostMapping(
      path = "/internal/v1/vendor-tokens",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> exchange(
      @RequestParam Map<String, String> form, Authentication caller) {
    Asked asked;
    try {
      asked = Asked.in(form);
    } catch (Unusable e) {
      return answer(400, Map.of("error", e.error(), "error_description", e.description()));
    }
    String needed = "SCOPE_vault." + asked.provider().id();
    if (caller.getAuthorities().stream().noneMatch(has -> needed.equals(has.getAuthority()))) {
      record.write(caller.getName(), asked, "forbidden");
      throw Refused.because(
          ProblemType.FORBIDDEN, "The token lacks the scope vault." + asked.provider().id() + ".");
    }
    TokenOutcome outcome =
        switch (asked.forWhom()) {
          case Subject.OfPerson person ->
              vault.token(person.person(), asked.provider(), asked.refused());
          case Subject.OfSystem _ -> application.token(asked.provider(), asked.refused());
        };
    record.write(caller.getName(), asked, word(outcome));
    return answer(outcome, clock.instant());
  }

  private static String word(TokenOutcome outcome) {
    return switch (outcome) {
      case Token _ -> "given";
      case NotConnected _ -> "not-connected";
      case NeedsReconnecting _ -> "needs-reconnecting";
      case Away _ -> "away";
    };
  }

  private static ResponseEntity<Map<String, Object>> answer(TokenOutcome outcome, Instant now) {
    return switch (outcome) {
      case Token(String value, Instant expiresAt) ->
          answer(
              200,
              Map.of(
                  "access_token",
                  value,
                  "issued_token_type",
                  "urn:ietf:params:oauth:token-type:access_token",
                  "token_type",
                  "Bearer",
                  "expires_in",
                  Math.max(0, Duration.between(now, expiresAt).toSeconds())));
      case NotConnected _ ->
          refused(
              word(outcome), "The person has not connected this account, or has taken it back.");
      case NeedsReconnecting _ ->
          refused(word(outcome), "The vendor refuses the grant. The person has to connect again.");
      case Away(Duration retryAfter) ->
          ResponseEntity.status(503)
              .cacheControl(CacheControl.noStore())
              .header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())))
              .body(
                  Map.of(
                      "error", "temporarily_unavailable",
                      "error_description", "The vendor gives no token just now."));
    };
  }

  private static ResponseEntity<Map<String, Object>> refused(String reason, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", "invalid_grant");
    body.put("reason", reason);
    body.put("error_description", description);
    return answer(400, body);
  }

  private static ResponseEntity<Map<String, Object>> answer(int status, Map<String, Object> body) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
  }
}
