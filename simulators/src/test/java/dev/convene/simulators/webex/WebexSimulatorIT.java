package dev.convene.simulators.webex;

import static dev.convene.simulators.webex.SimulatedWebex.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What only a simulator can be asked: limits, delays, mails, and its own control API. */
class WebexSimulatorIT {
  private final SimulatedWebex webex = new SimulatedWebex();

  @AfterEach
  void stop() {
    webex.close();
  }

  @Test
  void everybodyIsMailedUnlessToldOtherwise() {
    MeetingRequest loud = aMeeting().without("sendEmail").tagged("loud");
    loud.with("invitees", List.of(Map.of("email", "dave@contoso.example")));
    webex.create(loud);
    String quiet = Contract.id(webex.create(aMeeting().tagged("quiet")).json());
    webex.delete(quiet);

    JsonNode mails = webex.web.get("/_sim/outbox").json().path("items");

    assertThat(mails.valueStream().map(mail -> mail.path("to").stringValue()))
        .containsExactly("bob@contoso.example", "dave@contoso.example");
    assertThat(mails.path(0).path("kind").stringValue()).isEqualTo("invite");
    assertThat(webex.web.get("/_sim/outbox?ref=quiet").json().path("items")).isEmpty();
    assertThat(webex.web.get("/_sim/outbox?mailbox=DAVE@contoso.example").json().path("items"))
        .hasSize(1);
  }

  @Test
  void aNewMeetingIsSeenOnlyAfterTheDelay() {
    webex.set("{\"visibilityDelay\": \"PT30S\"}");
    MeetingRequest request = aMeeting();
    String id = Contract.id(webex.create(request).json());

    assertThat(webex.read(id).status()).isEqualTo(404);
    assertThat(webex.tagged(request.tag())).isEmpty();
    assertThat(webex.truth(request.tag())).hasSize(1);

    webex.clock.pass(Duration.ofSeconds(30));
    assertThat(webex.read(id).status()).isEqualTo(200);
    assertThat(webex.tagged(request.tag())).containsExactly(id);
  }

  @Test
  void failedAttemptsUseTheQuotaUp() {
    webex.set("{\"meetingsPerHostAndDay\": 3}");
    webex.create(aMeeting());
    webex.create(aMeeting().without("title"));
    webex.create(aMeeting());

    Web.Answer fourth = webex.create(aMeeting());

    assertThat(fourth.status()).isEqualTo(429);
    assertThat(fourth.header("Retry-After")).hasValue("3600");
    assertThat(webex.create(aMeeting().with("hostEmail", "alice@contoso.example")).status())
        .isEqualTo(200);
    webex.clock.pass(Duration.ofHours(24));
    assertThat(
            webex
                .create(aMeeting().inDays(2, 30).between("2027-03-09T10:00", "2027-03-09T11:00"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void moreCallsAMinuteThanAllowedAreThrottledUntilTheNext() {
    webex.set("{\"callsPerMinute\": 2}");
    webex.read("x");
    webex.read("x");

    Web.Answer third = webex.read("x");

    assertThat(third.status()).isEqualTo(429);
    assertThat(third.header("Retry-After")).hasValue("40");
    webex.clock.pass(Duration.ofSeconds(40));
    assertThat(webex.read("x").status()).isEqualTo(404);
  }

  @Test
  void aUserCannotActForAnotherHost() {
    Web user =
        new Web(
            webex.base,
            WebexTarget.userToken(webex.base, "alice@contoso.example", WebexTarget.USER_SCOPES));

    assertThat(user.post("/v1/meetings", aMeeting().toString()).status()).isEqualTo(403);
  }

  @Test
  void aHostWithoutALicenceOrUnknownIsRefused() {
    assertThat(webex.create(aMeeting().with("hostEmail", "nolicence@contoso.example")).status())
        .isEqualTo(403);
    Web.Answer unknown = webex.create(aMeeting().with("hostEmail", "nobody@contoso.example"));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.complaint()).contains("hostEmail");
  }

  @Test
  void anotherUsersMeetingCannotBeSeen() {
    String id = Contract.id(webex.create(aMeeting()).json());

    assertThat(webex.web.get("/v1/meetings/" + id + "?hostEmail=alice@contoso.example").status())
        .isEqualTo(404);
    assertThat(webex.web.get("/v1/meetings/" + id).status()).isEqualTo(404);
  }

  @Test
  void aStartInThisMinuteIsMovedToTheNext() {
    JsonNode meeting =
        webex
            .create(
                aMeeting()
                    .with("timezone", "UTC")
                    .between("2027-03-01T08:00:30Z", "2027-03-01T09:00:00Z"))
            .json();

    assertThat(meeting.path("start").stringValue()).isEqualTo("2027-03-01T08:01:00Z");
  }

  @Test
  void anUndocumentedFieldIsRefusedUnlessToldToIgnoreIt() {
    assertThat(webex.create(aMeeting().with("titel", "x")).status()).isEqualTo(400);
    webex.set("{\"unknownFields\": \"ignore\"}");
    assertThat(webex.create(aMeeting().with("titel", "x")).status()).isEqualTo(200);
  }

  @Test
  void theSummaryNamesWhatExistsTwice() {
    webex.create(aMeeting().tagged("twin"));
    webex.create(aMeeting().tagged("twin"));
    webex.create(aMeeting().tagged("single"));

    JsonNode summary = webex.web.get("/_sim/journal/summary").json();

    assertThat(summary.path("duplicates")).hasSize(1);
    assertThat(summary.path("duplicates").path(0).path("tag").stringValue()).isEqualTo("twin");
    assertThat(summary.path("effects").path("created").intValue()).isEqualTo(3);
    assertThat(summary.path("answers").path("POST /v1/meetings 200").intValue()).isEqualTo(3);
  }

  @Test
  void aDeletedMeetingStaysInTheTruth() {
    MeetingRequest request = aMeeting();
    webex.delete(Contract.id(webex.create(request).json()));

    JsonNode truth = webex.truth(request.tag()).path(0);

    assertThat(truth.path("deleted").booleanValue()).isTrue();
    assertThat(truth.path("hostEmail").stringValue()).isEqualTo("bob@contoso.example");
  }

  @Test
  void theStateGoesBackToTheSeedsAndTokensStayGood() {
    MeetingRequest request = aMeeting();
    webex.create(request);

    assertThat(webex.web.delete("/_sim/state").status()).isEqualTo(204);

    assertThat(webex.truth(request.tag())).isEmpty();
    assertThat(webex.web.get("/_sim/journal").json().path("total").intValue()).isZero();
    assertThat(webex.create(aMeeting()).status()).isEqualTo(200);
  }

  @Test
  void aSettingThatDoesNotExistIsRefusedAndNothingIsSet() {
    Web.Answer answer =
        webex.web.put("/_sim/settings", "{\"callsPerMinute\": 1, \"visibilitydelay\": \"PT1S\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("visibilityDelay");
    assertThat(
            webex.web.get("/_sim/settings").json().path("callsPerMinute").path("value").intValue())
        .isZero();
  }

  @Test
  void anAdministratorReadsAndChangesWhomAHostLetsSchedule() {
    String options = "/v1/meetingPreferences/schedulingOptions";
    String host = "?userEmail=bob@contoso.example";

    Web.Answer inserted =
        webex.web.post(
            options + "/delegateEmails/insert" + host,
            "{\"emails\": [\"Alice@contoso.example\", \"dave@contoso.example\"]}");

    assertThat(inserted.status()).isEqualTo(200);
    assertThat(delegates(options + host))
        .containsExactly("alice@contoso.example", "dave@contoso.example");
    assertThat(
            webex
                .web
                .post(
                    options + "/delegateEmails/delete" + host,
                    "{\"emails\": [\"dave@contoso.example\"]}")
                .status())
        .isEqualTo(204);
    assertThat(delegates(options + host)).containsExactly("alice@contoso.example");
    assertThat(delegates(options + "?userEmail=alice@contoso.example")).isEmpty();
  }

  private List<String> delegates(String path) {
    JsonNode emails = webex.web.get(path).json().path("delegateEmails");
    return emails.valueStream().map(JsonNode::stringValue).toList();
  }

  @Test
  void theHealthIsUp() {
    assertThat(webex.web.get("/_sim/health").json().path("status").stringValue()).isEqualTo("UP");
  }
}
