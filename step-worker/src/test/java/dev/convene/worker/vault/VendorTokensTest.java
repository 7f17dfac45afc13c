package dev.convene.worker.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Provider;
import dev.convene.contracts.RequestMode;
import dev.convene.contracts.Requester;
import dev.convene.worker.vault.HandOut.Reply;
import dev.convene.worker.vault.HandOut.Why;
import dev.convene.worker.vault.VendorToken.Away;
import dev.convene.worker.vault.VendorToken.Granted;
import dev.convene.worker.vault.VendorToken.NoGrant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendorTokensTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final UUID MEETING = UUID.fromString("0197f2c4-5a3e-7b21-9c44-3d5e8a6b1f00");
  private static final Requester ALICE = person("alice");
  private static final Requester BOB = person("bob");
  private static final Requester SYSTEM =
      new Requester("crm", "crm", null, RequestMode.APPLICATION);
  private static final Requester OTHER_SYSTEM =
      new Requester("hr", "hr", null, RequestMode.APPLICATION);

  private static final VaultProperties PROPERTIES =
      new VaultProperties(
          URI.create("https://auth.example"),
          URI.create("http://auth-service:9000"),
          "webex-service",
          "secret",
          Duration.ofSeconds(5),
          Duration.ofMinutes(20),
          Duration.ofSeconds(15),
          Duration.ofHours(2),
          10,
          Duration.ofMinutes(1),
          Duration.ofSeconds(30));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
  private final Vault vault = new Vault();
  private final VendorTokens tokens =
      new VendorTokens(
          vault,
          new Obstacles(Provider.WEBEX, URI.create("https://auth.example/accounts")),
          PROPERTIES,
          (InstantSource) now::get);

  /** Gives the tokens of a subject in turn, each for an hour, unless told otherwise. */
  private static final class Vault implements HandOut {
    final List<String> asked = new CopyOnWriteArrayList<>();
    Runnable beforeAnswering = () -> {};
    Reply answer;

    @Override
    public Reply ask(Subject subject, Why why, String refused) {
      asked.add(
          subject.id()
              + switch (why) {
                case Why.ForMeeting _ -> "";
                case Why.Purpose(String word) -> " for " + word;
              }
              + (refused == null ? "" : " instead of " + refused.substring(0, 4)));
      int number = asked.size();
      beforeAnswering.run();
      return answer != null ? answer : new Reply.Token(subject.id() + "-token-" + number, HOUR);
    }
  }

  @Test
  void eachPersonIsCalledForWithTheirOwnToken() {
    assertThat(token(ALICE)).isEqualTo(new Granted("alice-token-1"));
    assertThat(token(BOB)).isEqualTo(new Granted("bob-token-2"));
    assertThat(token(ALICE)).isEqualTo(new Granted("alice-token-1"));
  }

  @Test
  void whatNoPersonStartedIsCalledForWithTheApplicationsTokenWhicheverSystemItWas() {
    assertThat(token(SYSTEM)).isEqualTo(new Granted("crm-token-1"));
    assertThat(token(OTHER_SYSTEM)).isEqualTo(new Granted("crm-token-1"));
    assertThat(token(new Requester("anonymous", null))).isEqualTo(new Granted("crm-token-1"));
  }

  /** The vault hands out no token that is good for less than half an hour. */
  @Test
  void wheneverAuthServiceGoesThereIsATokenForTenMinutesAndMore() {
    Instant[] end = {now.get()};
    for (int second = 0; second < 2 * 3600; second += 7) {
      Duration left = Duration.between(now.get(), end[0]);
      if (left.compareTo(Duration.ofMinutes(30)) < 0) {
        left = HOUR;
        end[0] = now.get().plus(HOUR);
      }
      vault.answer = new Reply.Token("good until " + end[0], left);
      token(ALICE);
      renewWhatIsDue();
      Instant then = now.get();
      vault.answer = new Reply.Away(null);
      now.set(then.plus(Duration.ofMinutes(19)));
      assertThat(token(ALICE)).as("gone after %s s", second).isInstanceOf(Granted.class);
      now.set(then.plusSeconds(7));
    }
  }

  @Test
  void aTokenInUseIsRenewedBeforeAnybodyHasToWaitForIt() {
    token(ALICE);
    pass(Duration.ofMinutes(39));
    assertThat(tokens.due()).isEmpty();
    pass(Duration.ofMinutes(1));
    renewWhatIsDue();
    assertThat(vault.asked).containsExactly("alice", "alice for renewal");
    assertThat(token(ALICE)).isEqualTo(new Granted("alice-token-2"));
  }

  @Test
  void aTokenThatNobodyHasWantedForLongIsForgottenAndNotRenewed() {
    vault.answer = new Reply.Token("long-lived", Duration.ofDays(14));
    token(ALICE);
    pass(Duration.ofHours(2).plusSeconds(1));
    assertThat(tokens.due()).isEmpty();
    assertThat(tokens.size()).isZero();
  }

  @Test
  void whileRenewingFailsTheLastTokenServesAndAuthServiceIsNotStormed() {
    token(ALICE);
    vault.answer = new Reply.Away(null);
    pass(Duration.ofMinutes(40));
    for (int second = 0; second < 60; second++) {
      renewWhatIsDue();
      assertThat(token(ALICE)).isEqualTo(new Granted("alice-token-1"));
      pass(Duration.ofSeconds(1));
    }
    assertThat(vault.asked).hasSize(1 + 2);
    pass(Duration.ofMinutes(18).plusSeconds(31));
    assertThat(token(ALICE)).as("too short for a call").isInstanceOf(Away.class);
  }

  @Test
  void manyWhoNeedATokenAskOnce() throws Exception {
    List<Thread> waiting = new CopyOnWriteArrayList<>();
    // Who asks is not answered before all others wait for it, or have asked themselves.
    vault.beforeAnswering =
        () -> {
          waiting.remove(Thread.currentThread());
          while (waiting.size() + vault.asked.size() < 50
              || waiting.stream().anyMatch(each -> each.getState() == Thread.State.RUNNABLE)) {
            Thread.onSpinWait();
          }
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<VendorToken> call =
          () -> {
            waiting.add(Thread.currentThread());
            return token(ALICE);
          };
      for (Future<VendorToken> answer :
          threads.invokeAll(Stream.generate(() -> call).limit(50).toList())) {
        assertThat(answer.get()).isEqualTo(new Granted("alice-token-1"));
      }
    }
    assertThat(vault.asked).hasSize(1);
  }

  @Test
  void whoHasToReconnectIsAskedForOnceAMinuteHoweverManyMeetingsWait() {
    vault.answer = new Reply.NeedsReconnecting();
    for (int second = 0; second < 180; second++) {
      assertThat(token(ALICE)).isInstanceOf(NoGrant.class);
      pass(Duration.ofSeconds(1));
    }
    assertThat(vault.asked).hasSize(3);
    vault.answer = null;
    assertThat(token(ALICE)).isInstanceOf(Granted.class);
  }

  @Test
  void thePersonIsToldWhatToDoAndWhere() {
    vault.answer = new Reply.NeedsReconnecting();
    assertThat(((NoGrant) token(ALICE)).reason())
        .satisfies(reason -> {
          assertThat(reason.code()).isEqualTo("webex.needs-reconnecting");
          assertThat(reason.message())
              .contains("alice@contoso.example", "https://auth.example/accounts", "connect");
        });
    vault.answer = new Reply.NotConnected();
    assertThat(((NoGrant) token(BOB)).reason().code()).isEqualTo("webex.not-connected");
    assertThat(((NoGrant) token(SYSTEM)).reason().code()).isEqualTo("webex.no-application");
  }

  @Test
  void whoTakesAGrantBackIsNotActedForWithTheTokenThatIsLeft() {
    token(ALICE);
    pass(Duration.ofMinutes(41));
    vault.answer = new Reply.NotConnected();
    renewWhatIsDue();
    assertThat(token(ALICE)).isInstanceOf(NoGrant.class);
  }

  @Test
  void withoutAuthServiceAndWithoutATokenManyAskOnceInAMoment() {
    vault.answer = new Reply.Away(Duration.ofSeconds(40));
    for (int i = 0; i < 100; i++) {
      assertThat(token(ALICE))
          .isInstanceOfSatisfying(
              Away.class,
              away -> {
                assertThat(away.reason().code()).isEqualTo("webex.no-token");
                assertThat(away.retryAfter()).isEqualTo(Duration.ofSeconds(40));
              });
    }
    assertThat(vault.asked).hasSize(1);
    pass(Duration.ofSeconds(5));
    vault.answer = null;
    assertThat(token(ALICE)).isInstanceOf(Granted.class);
  }

  @Test
  void aTokenThatTheVendorRefusesIsReplacedOnceHoweverManyComplain() {
    Pass pass = tokens.pass(ALICE, MEETING);
    String refused = ((Granted) pass.token()).value();
    assertThat(pass.insteadOf(refused)).isEqualTo(new Granted("alice-token-2"));
    assertThat(pass.insteadOf(refused)).isEqualTo(new Granted("alice-token-2"));
    assertThat(vault.asked)
        .containsExactly("alice", "alice instead of " + Fingerprint.of(refused).substring(0, 4));
  }

  @Test
  void aVendorThatGivesTheSameAgainStandsByItAndIsBelieved() {
    vault.answer = new Reply.Token("as-ever", HOUR);
    assertThat(tokens.pass(ALICE, MEETING).insteadOf("as-ever"))
        .as("one refusal in error must not stop all that this token is for")
        .isEqualTo(new Granted("as-ever"));
    assertThat(token(ALICE)).isEqualTo(new Granted("as-ever"));
  }

  @Test
  void whatIsForNoMeetingSaysWhatItIsFor() {
    assertThat(tokens.application("session-ticket").token())
        .isEqualTo(new Granted("webex-service-token-1"));
    assertThat(vault.asked).containsExactly("webex-service for session-ticket");
  }

  @Test
  void onlySoManyAreKeptAndTheyAreTheOnesThatWereWantedLast() {
    for (int i = 0; i < 30; i++) {
      token(person("person-" + i));
      pass(Duration.ofSeconds(1));
    }
    assertThat(tokens.size()).isLessThanOrEqualTo(10);
    int before = vault.asked.size();
    token(person("person-29"));
    assertThat(vault.asked).hasSize(before);
  }

  @Test
  void noTokenShowsItselfInText() {
    assertThat(Map.of("t", token(ALICE)).toString()).doesNotContain("alice-token");
    assertThat(new Reply.Token("alice-token", HOUR).toString()).doesNotContain("alice-token");
    assertThat(PROPERTIES.toString()).doesNotContain("secret");
  }

  private VendorToken token(Requester requester) {
    return tokens.pass(requester, MEETING).token();
  }

  private void renewWhatIsDue() {
    tokens.due().forEach(Kept::renew);
  }

  private void pass(Duration time) {
    now.set(now.get().plus(time));
  }

  private static Requester person(String name) {
    return new Requester(name, "convene-portal", name + "@contoso.example", RequestMode.DELEGATED);
  }
}
