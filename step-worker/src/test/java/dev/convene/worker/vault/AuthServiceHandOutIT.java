package dev.convene.worker.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Provider;
import dev.convene.contracts.RequestMode;
import dev.convene.contracts.Requester;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.worker.surroundings.HandOutServer;
import dev.convene.worker.surroundings.HandOutServer.Answer;
import dev.convene.worker.vault.HandOut.Reply;
import dev.convene.worker.vault.HandOut.Why;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthServiceHandOutIT {

  private static final UUID ID = UUID.fromString("0197f2c4-5a3e-7b21-9c44-3d5e8a6b1f00");
  private static final Why MEETING = new Why.ForMeeting(ID);
  private static final Subject ALICE =
      Subject.of(new Requester("alice", "portal", "alice@b.example", RequestMode.DELEGATED));
  private static final Subject SYSTEM =
      Subject.of(new Requester("crm", "crm", null, RequestMode.APPLICATION));

  private final HttpClient http = HttpClient.newHttpClient();
  private final HandOutServer server =
      new HandOutServer(_ -> Answer.token("a-token", Duration.ofMinutes(40)));
  private final HandOut handOut = handOut(server.url(), HandOutServer.SECRET);

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void itAsksForThatPersonAndSaysWhy() {
    assertThat(handOut.ask(ALICE, MEETING, null))
        .isEqualTo(new Reply.Token("a-token", Duration.ofMinutes(40)));
    assertThat(server.asked())
        .containsExactly(
            Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "resource",
                "webex",
                "subject_token_type",
                "urn:convene:token-type:person",
                "subject_token",
                "alice",
                "meeting",
                ID.toString()));
  }

  @Test
  void itAsksForTheApplicationInTheNameOfASystemAndWithWhatWasRefused() {
    handOut.ask(SYSTEM, new Why.Purpose("renewal"), "abc");
    assertThat(server.asked().getFirst())
        .containsEntry("subject_token_type", "urn:convene:token-type:application")
        .containsEntry("subject_token", "crm")
        .containsEntry("purpose", "renewal")
        .containsEntry("refused", "abc")
        .doesNotContainKey("meeting");
  }

  @Test
  void whatOnlyThePersonCanMendIsToldFromWhatPasses() {
    server.answers(_ -> Answer.noGrant("not-connected"));
    assertThat(handOut.ask(ALICE, MEETING, null)).isEqualTo(new Reply.NotConnected());
    server.answers(_ -> Answer.noGrant("needs-reconnecting"));
    assertThat(handOut.ask(ALICE, MEETING, null)).isEqualTo(new Reply.NeedsReconnecting());
    server.answers(_ -> Answer.away(Duration.ofSeconds(40)));
    assertThat(handOut.ask(ALICE, MEETING, null)).isEqualTo(new Reply.Away(Duration.ofSeconds(40)));
    server.answers(_ -> new Answer(403, "<html>", Map.of()));
    assertThat(handOut.ask(ALICE, MEETING, null)).isEqualTo(new Reply.Away(null));
  }

  @Test
  void aTokenOfItsOwnThatIsNotAcceptedAnyMoreIsReplacedAtOnce() {
    handOut.ask(ALICE, MEETING, null);
    server.changeKeys();
    assertThat(handOut.ask(ALICE, MEETING, null)).isInstanceOf(Reply.Token.class);
  }

  @Test
  void whoIsNotKnownToAuthServiceGetsNothing() {
    HandOut stranger = handOut(server.url(), "another-secret");
    assertThat(stranger.ask(ALICE, MEETING, null)).isEqualTo(new Reply.Away(null));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void whereNothingAnswersItIsSoonOver() {
    server.close();
    assertThat(handOut.ask(ALICE, MEETING, null)).isEqualTo(new Reply.Away(null));
  }

  private HandOut handOut(URI url, String secret) {
    Duration minute = Duration.ofMinutes(1);
    VaultProperties properties =
        new VaultProperties(
            URI.create("https://auth.example/"),
            url,
            "webex-service",
            secret,
            Duration.ofSeconds(5),
            minute,
            minute,
            minute,
            10,
            minute,
            minute);
    AuthCalls calls = new AuthCalls(http, properties.timeout());
    InstantSource clock = InstantSource.system();
    return new AuthServiceHandOut(
        calls,
        new ClientToken(calls, properties, "vault.webex", JsonDefaults.mapper(), clock),
        Provider.WEBEX,
        properties,
        JsonDefaults.mapper(),
        clock);
  }
}
