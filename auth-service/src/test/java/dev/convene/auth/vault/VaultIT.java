package dev.convene.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.Browser.Page;
import dev.convene.auth.servers.ClientsFiles;
import dev.convene.auth.servers.Database;
import dev.convene.auth.servers.Http.Answer;
import dev.convene.auth.servers.MovedClock;
import dev.convene.auth.servers.SimulatedVendors;
import dev.convene.auth.servers.Vaulted;
import dev.convene.auth.vendors.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people have granted: kept, renewed once, lost, and connected again. */
class VaultIT {

  private static final MovedClock CLOCK = new MovedClock();
  private static final Database DATABASE = new Database();
  private static final AuthServer SERVER = started();
  private static final AuthServer REPLICA = started();

  private static AuthServer started() {
    return AuthServer.started(
        DATABASE,
        CLOCK,
        ClientsFiles.containing(ClientsFiles.USUAL),
        // Only what a test asks for happens.
        "convene.vault.care-every=PT24H");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    REPLICA.close();
  }

  @AfterEach
  void wellAgain() {
    SimulatedVendors.MICROSOFT.well();
    SimulatedVendors.WEBEX.well();
  }

  private static void assertReason(Answer answer, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_grant");
    assertThat(answer.text("reason")).isEqualTo(reason);
  }

  @Test
  void theSignInItselfConnectsMicrosoft() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    assertThat(SimulatedVendors.MICROSOFT.use(somebody.token("microsoft"))).isEqualTo(200);
    assertReason(somebody.askFor("webex"), "not-connected");
  }

  @Test
  void webexIsConnectedByItsOwnSignIn() {
    Vaulted somebody = Vaulted.withBoth(SERVER);
    assertThat(SimulatedVendors.WEBEX.use(somebody.token("webex"))).isEqualTo(200);
    assertThat(somebody.browser().open("/accounts").body())
        .contains("Disconnect Webex", "Disconnect Microsoft")
        .doesNotContain("Needs reconnecting", "Not connected");
  }

  @Test
  void nobodyConnectsSomebodyElsesWebex() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    Page back = SERVER.connectWebex(somebody.browser(), "bob@contoso.example");
    assertThat(back.location().getQuery()).isEqualTo("problem=somebody-else");
    assertThat(somebody.browser().open(back.location()).body()).contains("another mailbox");
    assertReason(somebody.askFor("webex"), "not-connected");
  }

  @Test
  void anAnswerOfWebexThatNobodyAskedForIsNotTaken() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    somebody.browser().open("/accounts/webex/connect");
    // A code that Webex would take, so that only the state can be why it is refused.
    String code =
        SimulatedVendors.codeOfWebex(
            somebody.mailbox(), AuthServer.ISSUER + "/accounts/webex/callback");
    Page forged = somebody.browser().open("/accounts/webex/callback?state=guessed&code=" + code);
    assertThat(forged.location().getQuery()).isEqualTo("problem=expired");
    // The attempt that was under way is over with it.
    assertReason(somebody.askFor("webex"), "not-connected");
  }

  @Test
  void anAnswerOfWebexIsGoodOnce() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    Page connect = somebody.browser().open("/accounts/webex/connect");
    Page people = somebody.browser().open(connect.location());
    Page consent = somebody.browser().submit(people, "/v1/authorize", "user", somebody.mailbox());
    URI back = somebody.browser().submit(consent, "/v1/authorize", "decision", "accept").location();
    assertThat(somebody.browser().open(back).location().getQuery()).isEqualTo("connected=webex");
    assertThat(somebody.browser().open(back).location().getQuery()).isEqualTo("problem=expired");
  }

  @Test
  void whoCancelsAtWebexIsToldSo() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    Page connect = somebody.browser().open("/accounts/webex/connect");
    Page people = somebody.browser().open(connect.location());
    Page consent = somebody.browser().submit(people, "/v1/authorize", "user", somebody.mailbox());
    URI back = somebody.browser().submit(consent, "/v1/authorize", "decision", "cancel").location();
    assertThat(somebody.browser().open(back).location().getQuery()).isEqualTo("problem=cancelled");
  }

  @Test
  void aTokenIsRenewedOnceForAllWhoAskInAllReplicas() throws Exception {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    String first = somebody.token("microsoft");
    assertThat(somebody.token("microsoft")).isEqualTo(first);

    CLOCK.move(Duration.ofMinutes(62)); // in the last half hour of its 65
    SimulatedVendors.MICROSOFT.slow("PT0.4S");
    int before = SimulatedVendors.MICROSOFT.tokenCalls();
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          IntStream.range(0, 24)
              .mapToObj(i ->
                  together.submit(
                      () -> somebody.askFor(i % 2 == 0 ? SERVER : REPLICA, "microsoft")))
              .toList();
      for (Future<Answer> answer : answers) {
        assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(200);
      }
    }
    assertThat(SimulatedVendors.MICROSOFT.tokenCalls() - before).isEqualTo(1);
    assertThat(somebody.token("microsoft")).isNotEqualTo(first);
  }

  @Test
  void whoComesWhileATokenThatHasRunOutIsRenewedIsGivenTheNewOne() throws Exception {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    CLOCK.move(Duration.ofMinutes(70));
    SimulatedVendors.MICROSOFT.slow("PT0.3S");
    int before = SimulatedVendors.MICROSOFT.tokenCalls();
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          IntStream.range(0, 16)
              .mapToObj(_ -> together.submit(() -> somebody.askFor("microsoft")))
              .toList();
      for (Future<Answer> answer : answers) {
        assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(200);
      }
    }
    assertThat(SimulatedVendors.MICROSOFT.tokenCalls() - before).isEqualTo(1);
  }

  @Test
  void oneGrantThatCannotBeOpenedKeepsNoOtherFromBeingRenewed() {
    Vaulted broken = Vaulted.signedIn(SERVER);
    Vaulted other = Vaulted.signedIn(SERVER);
    String first = other.token("microsoft");
    DATABASE.run(
        "update vendor_grant set sealed = 'AAAA', renew_at = renew_at - interval '1 minute'"
            + " where person_id = '%s'".formatted(broken.id()));
    CLOCK.move(Duration.ofMinutes(62));
    Caretaker caretaker = SERVER.bean(Caretaker.class);
    caretaker.renewWhatIsDue();
    assertThat(other.token("microsoft")).isNotEqualTo(first);
  }

  @Test
  void tokensInUseAreRenewedBeforeAnybodyWaits() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    String first = somebody.token("microsoft");
    CLOCK.move(Duration.ofMinutes(62));

    SERVER.bean(Caretaker.class).renewWhatIsDue();

    int before = SimulatedVendors.MICROSOFT.tokenCalls();
    assertThat(somebody.token("microsoft")).isNotEqualTo(first);
    assertThat(SimulatedVendors.MICROSOFT.tokenCalls()).isEqualTo(before);
  }

  @Test
  void whoAsksIsGivenHalfAnHourAtLeast() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    String first = somebody.token("microsoft");
    CLOCK.move(Duration.ofMinutes(34));
    assertThat(somebody.token("microsoft")).isEqualTo(first);
    CLOCK.move(Duration.ofMinutes(1));
    Answer answer = somebody.askFor("microsoft");
    assertThat(answer.text("access_token")).isNotEqualTo(first);
    assertThat(answer.json().get("expires_in").intValue()).isGreaterThan(3600);
  }

  @ParameterizedTest
  @ValueSource(ints = {50173, 700082, 50076, 65001})
  void aGrantThatMicrosoftRefusesNeedsReconnectingAndIsNotAskedAboutAgain(int code) {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    SimulatedVendors.MICROSOFT.revoke(somebody.mailbox(), code);
    CLOCK.move(Duration.ofMinutes(70));

    assertReason(somebody.askFor("microsoft"), "needs-reconnecting");

    int before = SimulatedVendors.MICROSOFT.tokenCalls();
    assertReason(somebody.askFor("microsoft"), "needs-reconnecting");
    assertThat(SimulatedVendors.MICROSOFT.tokenCalls()).isEqualTo(before);
    assertThat(somebody.browser().open("/accounts").body())
        .contains("Needs reconnecting", "Connect Microsoft");

    SERVER.signedIn(somebody.mailbox());
    assertThat(SimulatedVendors.MICROSOFT.use(somebody.token("microsoft"))).isEqualTo(200);
  }

  @Test
  void aGrantThatWebexRefusesNeedsReconnecting() {
    Vaulted somebody = Vaulted.withBoth(SERVER);
    SimulatedVendors.WEBEX.revoke(somebody.mailbox(), 0);
    CLOCK.move(Duration.ofDays(15));
    assertReason(somebody.askFor("webex"), "needs-reconnecting");
    SERVER.connectWebex(somebody.browser(), somebody.mailbox());
    assertThat(SimulatedVendors.WEBEX.use(somebody.token("webex"))).isEqualTo(200);
  }

  @Test
  void whileAVendorIsAwayTheLastTokenDoesAndNobodyHasToReconnect() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    String first = somebody.token("microsoft");
    SimulatedVendors.MICROSOFT.away();
    CLOCK.move(Duration.ofMinutes(62));
    assertThat(somebody.token("microsoft")).isEqualTo(first);

    CLOCK.move(Duration.ofMinutes(10));
    Answer away = somebody.askFor("microsoft");
    assertThat(away.status()).as(away.body()).isEqualTo(503);
    assertThat(Integer.parseInt(away.header("Retry-After"))).isBetween(1, 60);

    // Whoever asks again at once is not passed on.
    int before = SimulatedVendors.MICROSOFT.tokenCalls();
    assertThat(somebody.askFor("microsoft").status()).isEqualTo(503);
    assertThat(SimulatedVendors.MICROSOFT.tokenCalls()).isEqualTo(before);

    SimulatedVendors.MICROSOFT.well();
    CLOCK.move(Duration.ofSeconds(10));
    assertThat(somebody.askFor("microsoft").status()).isEqualTo(200);
  }

  @Test
  void whoDisconnectsIsForgottenAtOnce() {
    Vaulted somebody = Vaulted.withBoth(SERVER);
    Page accounts = somebody.browser().open("/accounts");
    Page done = somebody.browser().submit(accounts, "/accounts/webex/disconnect");
    assertThat(done.location().getQuery()).isEqualTo("disconnected=webex");
    assertReason(somebody.askFor("webex"), "not-connected");
    assertThat(somebody.askFor("microsoft").status()).isEqualTo(200);
    assertThat(somebody.browser().open("/accounts").body()).contains("Not connected");
  }

  @Test
  void nobodyIsMadeToDisconnectByAnotherSite() {
    Vaulted somebody = Vaulted.withBoth(SERVER);
    Page forged =
        somebody.browser().post(somebody.browser().at("/accounts/webex/disconnect"), "_csrf=guess");
    assertThat(forged.status()).isEqualTo(403);
    assertThat(somebody.askFor("webex").status()).isEqualTo(200);
  }

  @Test
  void aRenewalThatComesLateUndoesNeitherADisconnectNorANewGrant() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    GrantStore store = SERVER.bean(GrantStore.class);
    GrantId id = new GrantId(UUID.fromString(somebody.id()), Provider.MICROSOFT);
    Grant grant = store.find(id).orElseThrow();
    UUID owner = UUID.randomUUID();
    assertThat(store.lease(grant, owner, CLOCK.instant(), CLOCK.instant().plusSeconds(30)))
        .isTrue();
    assertThat(
            store.lease(grant, UUID.randomUUID(), CLOCK.instant(), CLOCK.instant().plusSeconds(30)))
        .as("a second lease")
        .isFalse();

    SERVER.bean(Vault.class).disconnect(id.person(), id.provider());

    Envelope.Sealed sealed = SERVER.bean(Envelope.class).seal(new Tokens("late", "late"), id);
    assertThat(store.renewed(id, owner, sealed, CLOCK.instant(), CLOCK.instant())).isFalse();
    assertReason(somebody.askFor("microsoft"), "not-connected");

    SERVER.signedIn(somebody.mailbox());
    assertThat(store.renewed(id, owner, sealed, CLOCK.instant(), CLOCK.instant())).isFalse();
    store.refused(id, owner, "invalid_grant");
    assertThat(SimulatedVendors.MICROSOFT.use(somebody.token("microsoft"))).isEqualTo(200);
  }

  @Test
  void aLeaseEndsByItselfWhenItsOwnerDies() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    GrantStore store = SERVER.bean(GrantStore.class);
    GrantId id = new GrantId(UUID.fromString(somebody.id()), Provider.MICROSOFT);
    CLOCK.move(Duration.ofMinutes(70));
    store.lease(
        store.find(id).orElseThrow(),
        UUID.randomUUID(),
        CLOCK.instant(),
        CLOCK.instant().plusSeconds(30));
    assertThat(somebody.askFor("microsoft").status()).isEqualTo(503);
    CLOCK.move(Duration.ofSeconds(31));
    assertThat(somebody.askFor("microsoft").status()).isEqualTo(200);
  }

  @Test
  void aRowThatIsMovedToAnotherPersonOpensNothing() {
    Vaulted thief = Vaulted.signedIn(SERVER);
    Vaulted victim = Vaulted.signedIn(SERVER);
    DATABASE.run(
        ("update vendor_grant set sealed = (select sealed from vendor_grant where person_id = '%s')"
                + " where person_id = '%s'")
            .formatted(victim.id(), thief.id()));
    Envelope envelope = SERVER.bean(Envelope.class);
    GrantId id = new GrantId(UUID.fromString(thief.id()), Provider.MICROSOFT);
    String moved = SERVER.bean(GrantStore.class).find(id).orElseThrow().sealed();
    assertThatThrownBy(() -> envelope.open(moved, id)).isInstanceOf(IllegalStateException.class);
    assertThat(thief.askFor("microsoft").status()).isEqualTo(500);
  }
}
