package dev.convene.auth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.convene.auth.servers.Http.Answer;
import java.text.ParseException;
import java.util.UUID;

/** Somebody who has signed in, and the services that act for them. */
public record Vaulted(AuthServer server, String mailbox, String id, Browser browser) {

  /** Signs in, which connects Microsoft. */
  public static Vaulted signedIn(AuthServer server) {
    String mailbox = SimulatedVendors.somebody();
    Browser browser = server.signedIn(mailbox);
    Answer tokens = server.portal().redeem(server.portal().code(browser));
    try {
      String id = SignedJWT.parse(tokens.text("access_token")).getJWTClaimsSet().getSubject();
      return new Vaulted(server, mailbox, id, browser);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs in, and connects Webex as well. */
  public static Vaulted withBoth(AuthServer server) {
    Vaulted vaulted = signedIn(server);
    assertThat(server.connectWebex(vaulted.browser, vaulted.mailbox).location().toString())
        .endsWith("/accounts?connected=webex");
    return vaulted;
  }

  /** That replica, and what it is asked. */
  public Answer askFor(AuthServer replica, String resource) {
    String service = resource.equals("webex") ? "webex-service" : "calendar-service";
    String bearer = replica.http().token(service, ClientsFiles.SECRET);
    return replica.http().vendorToken(bearer, id, resource, UUID.randomUUID());
  }

  public Answer askFor(String resource) {
    return askFor(server, resource);
  }

  /** A token that must be given. */
  public String token(String resource) {
    Answer answer = askFor(resource);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.text("access_token");
  }
}
