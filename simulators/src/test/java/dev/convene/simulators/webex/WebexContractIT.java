package dev.convene.simulators.webex;

import static dev.convene.simulators.webex.Contract.assertRefused;
import static dev.convene.simulators.webex.Contract.id;
import static dev.convene.simulators.webex.Contract.instant;
import static dev.convene.simulators.webex.Contract.tags;
import static dev.convene.simulators.webex.MeetingRequest.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What Webex is documented to do, asked of the simulator always, and of the live API where {@code
 * WEBEX_LIVE_TOKEN} is set. A token with an administrator's scopes needs {@code WEBEX_LIVE_HOST},
 * too. Whatever a test creates it deletes. Here: to create and to read.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
class WebexContractIT {
  private final Contract contract;

  WebexContractIT(WebexTarget target) {
    this.contract = new Contract(target);
  }

  static Stream<WebexTarget> targets() {
    return Contract.targets();
  }

  @AfterEach
  void nothingIsLeftBehind() {
    contract.cleanUp();
  }

  @Test
  void aCreateIsAnsweredWith200AndTheWholeMeeting() {
    MeetingRequest request = aMeeting().with("agenda", "Where we stand");

    Web.Answer answer = contract.create(request);

    assertThat(answer.status()).isEqualTo(200);
    JsonNode meeting = answer.json();
    VendorSchema.assertFits("MeetingSeriesObject", meeting);
    assertThat(meeting.path("id").stringValue()).matches("[0-9a-f]{32}");
    assertThat(meeting.path("meetingType").stringValue()).isEqualTo("meetingSeries");
    assertThat(meeting.path("state").stringValue()).isEqualTo("active");
    assertThat(meeting.path("title").stringValue()).isEqualTo("Contract check");
    assertThat(meeting.path("agenda").stringValue()).isEqualTo("Where we stand");
    assertThat(meeting.path("webLink").stringValue()).startsWith("https://");
    assertThat(meeting.path("meetingNumber").stringValue()).matches("[0-9]{9,12}");
    assertThat(meeting.path("password").stringValue()).isNotBlank();
    assertThat(meeting.path("phoneAndVideoSystemPassword").stringValue()).matches("[0-9]{8}");
    assertThat(meeting.path("telephony").path("callInNumbers")).isNotEmpty();
    assertThat(tags(meeting)).containsExactly(request.tag());
  }

  @Test
  void whatWasCreatedCanBeRead() {
    JsonNode meeting = contract.create(aMeeting()).json();

    JsonNode read = contract.web.get(contract.path(id(meeting))).json();

    VendorSchema.assertFits("MeetingSeriesObject", read);
    assertThat(read.path("webLink")).isEqualTo(meeting.path("webLink"));
    assertThat(read.path("password")).isEqualTo(meeting.path("password"));
  }

  @Test
  void localTimesAreReadInTheZoneGivenAndAnsweredInUtc() {
    JsonNode meeting = contract.create(aMeeting()).json();

    LocalDateTime start = MeetingRequest.tomorrowAtTen();
    assertThat(instant(meeting, "start")).isEqualTo(start.atZone(MeetingRequest.ZONE).toInstant());
    assertThat(meeting.path("start").stringValue()).endsWith("Z");
  }

  @Test
  void answersAreInTheZoneThatTheHeaderAsksFor() {
    String id = id(contract.create(aMeeting()).json());

    JsonNode meeting = contract.web.get(contract.path(id), "timezone", "Asia/Tokyo").json();

    assertThat(meeting.path("timezone").stringValue()).isEqualTo("Asia/Tokyo");
    assertThat(meeting.path("start").stringValue()).endsWith("+09:00");
  }

  @Test
  void secondsAreDropped() {
    LocalDateTime start = MeetingRequest.tomorrowAtTen();

    JsonNode meeting =
        contract.create(aMeeting().between(start + ":42", start.plusMinutes(30) + ":59")).json();

    assertThat(instant(meeting, "start")).isEqualTo(start.atZone(MeetingRequest.ZONE).toInstant());
    assertThat(Duration.between(instant(meeting, "start"), instant(meeting, "end")))
        .isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void anOffsetThatIsNotTheZonesIsRefused() {
    LocalDateTime start = MeetingRequest.tomorrowAtTen();

    Web.Answer answer =
        contract.create(
            aMeeting().between(start + ":00-07:00", start.plusMinutes(30) + ":00-07:00"));

    // Reports from the field disagree on which of the two it is.
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.complaint()).contains("timezone offset").contains("do not match");
  }

  @Test
  void withoutATimeZoneItIsUtc() {
    LocalDateTime start = MeetingRequest.tomorrowAtTen();

    JsonNode meeting =
        contract
            .create(
                aMeeting().without("timezone").between(start + ":00Z", start.plusHours(1) + ":00Z"))
            .json();

    assertThat(instant(meeting, "start")).isEqualTo(Instant.parse(start + ":00Z"));
  }

  @Test
  void aMeetingThatStartsInThePastIsRefused() {
    Web.Answer answer =
        contract.create(aMeeting().startingIn(Duration.ofHours(-2), Duration.ofHours(1)));

    assertRefused(answer);
    assertThat(answer.complaint()).contains("before current time");
  }

  @Test
  void aMeetingShorterThanTenMinutesIsRefused() {
    assertRefused(contract.create(aMeeting().inDays(1, 9)));
    assertThat(contract.create(aMeeting().inDays(1, 10)).status()).isEqualTo(200);
  }

  @Test
  void aMeetingOfMoreThanADayIsRefused() {
    assertRefused(contract.create(aMeeting().inDays(1, 24 * 60 + 1)));
    assertThat(contract.create(aMeeting().inDays(1, 1439)).status()).isEqualTo(200);
  }

  @Test
  void aMeetingThatEndsBeforeItStartsIsRefused() {
    assertRefused(contract.create(aMeeting().inDays(1, -30)));
  }

  @Test
  void aTitleOfMoreThan128CharactersIsRefused() {
    assertRefused(contract.create(aMeeting().with("title", "t".repeat(129))));
    assertThat(contract.create(aMeeting().with("title", "t".repeat(128))).status()).isEqualTo(200);
  }

  @Test
  void anAgendaOfMoreThan1300CharactersIsRefused() {
    assertRefused(contract.create(aMeeting().with("agenda", "a".repeat(1301))));
    assertThat(contract.create(aMeeting().with("agenda", "a".repeat(1300))).status())
        .isEqualTo(200);
  }

  @Test
  void aTitleIsRequired() {
    assertRefused(contract.create(aMeeting().without("title")));
  }

  @Test
  void aPasswordThatIsTooSimpleIsRefused() {
    assertRefused(contract.create(aMeeting().with("password", "abc")));
  }

  @Test
  void moreThanThreeTagsOrLongerOnesAreRefused() {
    assertRefused(contract.create(aMeeting().tagged("a", "b", "c", "d")));
    assertRefused(contract.create(aMeeting().tagged("t".repeat(65))));
    assertThat(contract.create(aMeeting().tagged("t".repeat(64), "b", "c")).status())
        .isEqualTo(200);
  }

  @Test
  void withoutAValidTokenNothingIsDone() {
    assertThat(new Web(contract.target.base(), "").get("/v1/meetings").status()).isEqualTo(401);
    Web.Answer answer = new Web(contract.target.base(), "no-such-token").get("/v1/meetings");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("trackingId").stringValue()).isNotBlank();
  }
}
