package dev.convene.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.Browser;
import dev.convene.auth.servers.Browser.Page;
import dev.convene.auth.servers.ClientsFiles;
import dev.convene.auth.servers.Database;
import dev.convene.auth.servers.FakeEntra;
import dev.convene.auth.servers.Forged;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whom an id token lets in. Each test changes one thing of a good one. */
class IdTokensIT {

  private static final FakeEntra ENTRA = new FakeEntra();
  private static final AuthServer SERVER =
      AuthServer.started(
          new Database(),
          InstantSource.system(),
          ClientsFiles.containing(ClientsFiles.USUAL),
          "ENTRA_BASE_URL=" + ENTRA.address(),
          "ENTRA_TENANT_ID=" + FakeEntra.TENANT,
          "ENTRA_CLIENT_ID=" + FakeEntra.CLIENT,
          "ENTRA_CLIENT_SECRET=a-secret");

  @AfterAll
  static void stop() {
    SERVER.close();
    ENTRA.close();
  }

  /** Where somebody ends who comes back with such a token. */
  private static String end(
      BiFunction<RSAKey, JWTClaimsSet, String> sign, UnaryOperator<JWTClaimsSet.Builder> change) {
    Browser browser = SERVER.browser();
    Page sent = browser.open("/oauth2/authorization/microsoft");
    ENTRA.give(sign.apply(ENTRA.key, change.apply(ENTRA.claims(sent.sent("nonce"))).build()));
    Page back =
        browser.open("/login/oauth2/code/microsoft?code=c&state=" + encoded(sent.sent("state")));
    String end = back.location().getPath() + "?" + back.location().getQuery();
    boolean in = browser.open("/accounts").status() == 200;
    assertThat(in).as(end).isEqualTo(end.startsWith("/accounts"));
    return end;
  }

  private static String encoded(String text) {
    return text.replace("=", "%3D").replace("+", "%2B");
  }

  private static String signed(RSAKey key, JWTClaimsSet claims) {
    return Forged.signed(key, "JWT", claims);
  }

  private static void assertRefused(UnaryOperator<JWTClaimsSet.Builder> change) {
    assertThat(end(IdTokensIT::signed, change)).isEqualTo("/sign-in?problem=failed");
  }

  private static Date inSeconds(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  @Test
  void aGoodOneLetsIn() {
    assertThat(end(IdTokensIT::signed, claims -> claims)).startsWith("/accounts");
  }

  @Test
  void microsoftIsAskedWithStateNonceAndProofOfTheCode() {
    Page sent = SERVER.browser().open("/oauth2/authorization/microsoft");
    assertThat(sent.sent("response_type")).isEqualTo("code");
    assertThat(sent.sent("state")).hasSizeGreaterThan(20);
    assertThat(sent.sent("nonce")).hasSizeGreaterThan(20);
    assertThat(sent.sent("code_challenge_method")).isEqualTo("S256");
    assertThat(sent.sent("redirect_uri"))
        .isEqualTo(AuthServer.ISSUER + "/login/oauth2/code/microsoft");
    assertThat(sent.sent("scope").split(" "))
        .containsExactlyInAnyOrder(
            "openid",
            "profile",
            "email",
            "offline_access",
            "https://graph.microsoft.com/Calendars.ReadWrite",
            "https://graph.microsoft.com/Calendars.ReadWrite.Shared",
            "https://graph.microsoft.com/GroupMember.Read.All");
  }

  @Test
  void anotherStateIsRefused() {
    Browser browser = SERVER.browser();
    Page sent = browser.open("/oauth2/authorization/microsoft");
    ENTRA.give(signed(ENTRA.key, ENTRA.claims(sent.sent("nonce")).build()));
    Page back = browser.open("/login/oauth2/code/microsoft?code=c&state=guess");
    assertThat(back.location().getQuery()).isEqualTo("problem=failed");
    assertThat(browser.open("/accounts").status()).isEqualTo(302);
  }

  @Test
  void anotherSignInsNonceIsRefused() {
    assertRefused(claims -> claims.claim("nonce", "another"));
    assertRefused(claims -> claims.claim("nonce", null));
  }

  @Test
  void oneForAnotherApplicationIsRefused() {
    assertRefused(claims -> claims.audience("another-application"));
  }

  @Test
  void oneOfAnotherIssuerOrDirectoryIsRefused() {
    assertRefused(claims -> claims.issuer(ENTRA.address() + "/another/v2.0"));
    assertRefused(claims -> claims.claim("tid", "another"));
  }

  @Test
  void anExpiredOneIsRefused() {
    assertRefused(claims -> claims.issueTime(inSeconds(-7200)).expirationTime(inSeconds(-120)));
  }

  @Test
  void oneThatIsNotGoodYetIsRefused() {
    assertRefused(claims -> claims.notBeforeTime(inSeconds(300)));
  }

  @Test
  void oneWithoutSignatureIsRefused() {
    assertThat(end((_, claims) -> Forged.unsigned(claims), claims -> claims))
        .isEqualTo("/sign-in?problem=failed");
  }

  @Test
  void thePublicKeyIsNoSecret() {
    assertThat(
            end(
                (key, claims) -> Forged.signedWithThePublicKeyAsSecret(key, "JWT", claims),
                claims -> claims))
        .isEqualTo("/sign-in?problem=failed");
  }

  @Test
  void anothersKeyIsRefused() throws Exception {
    RSAKey other = new RSAKeyGenerator(2048).keyID("entra").generate();
    assertThat(end((_, claims) -> signed(other, claims), claims -> claims))
        .isEqualTo("/sign-in?problem=failed");
  }

  @Test
  void aGuestOfTheDirectoryIsNotLetIn() {
    assertThat(
            end(
                IdTokensIT::signed,
                claims -> claims.claim("idp", "https://sts.windows.net/other/")))
        .isEqualTo("/sign-in?problem=not_a_member");
  }

  @Test
  void whoHasNoMailboxIsToldSo() {
    assertThat(end(IdTokensIT::signed, claims -> claims.claim("email", null)))
        .isEqualTo("/sign-in?problem=no_mailbox");
    assertThat(SERVER.browser().open("/sign-in?problem=no_mailbox").body())
        .contains("has no mail address");
  }

  @Test
  void whatAnAddressSaysIsNotRepeatedOnThePage() {
    assertThat(SERVER.browser().open("/sign-in?problem=%3Cscript%3E").body())
        .doesNotContain("<script>", "role=\"alert\"");
  }
}
