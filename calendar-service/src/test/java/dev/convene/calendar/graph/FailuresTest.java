package dev.convene.calendar.graph;

import static dev.convene.calendar.graph.CannedGraph.error;
import static dev.convene.calendar.invitation.Samples.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.calendar.invitation.Sending;
import dev.convene.calendar.invitation.Sending.NotAuthorized;
import dev.convene.calendar.invitation.Sending.Refused;
import dev.convene.calendar.invitation.Sending.Throttled;
import dev.convene.calendar.invitation.Sending.Unknown;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  private final CannedGraph graph = new CannedGraph();

  private Sending sent() {
    return graph.invitations().send(aMeeting().invitation());
  }

  @ParameterizedTest
  @CsvSource({
    "404, MailboxNotEnabledForRESTAPI, graph.mailbox-not-enabled",
    "404, ErrorInvalidUser, graph.mailbox-not-found",
    "404, Request_ResourceNotFound, graph.mailbox-not-found",
    "403, ErrorAccessDenied, graph.access-denied",
    "404, ErrorItemNotFound, graph.access-denied",
    "403, Authorization_RequestDenied, graph.permission-missing",
    "403, SomethingNew, graph.forbidden",
    "507, ErrorQuotaExceeded, graph.mailbox-full",
    "400, TimeZoneNotSupportedException, graph.time-zone-not-supported",
    "400, UnableToDeserializePostBody, graph.refused",
    "413, RequestTooLarge, graph.refused",
  })
  void whatCannotSucceedIsRefusedWithAReason(int status, String code, String reason) {
    graph.answering(status, error(code), "request-id", "4f1c-trace");
    assertThat(sent())
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason().code()).isEqualTo(reason);
              assertThat(refused.reason().vendorTraceId()).isEqualTo("4f1c-trace");
              assertThat(refused.reason().message()).endsWith(".").hasSizeLessThan(300);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "500, ErrorInternalServerError, graph.unavailable",
    "502, BadGateway, graph.unavailable",
    "503, ErrorServerBusy, graph.unavailable",
    "504, GatewayTimeout, graph.unavailable",
    "509, BandwidthLimitExceeded, graph.unavailable",
    "408, RequestTimeout, graph.unavailable",
    "503, ConcurrentItemSave, graph.conflict",
    "409, ErrorIrresolvableConflict, graph.conflict",
    "412, ErrorIrresolvableConflict, graph.conflict",
  })
  void whatMayHaveHappenedIsUnknown(int status, String code, String reason) {
    graph.answering(status, error(code), "Retry-After", "4");
    assertThat(sent())
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> {
              assertThat(unknown.reason().code()).isEqualTo(reason);
              assertThat(unknown.retryAfter()).isEqualTo(Duration.ofSeconds(4));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/plain", "application/json", "image/png", ""})
  void anErrorThatIsNotGraphsKeepsItsStatus(String contentType) {
    graph.answeringAs(503, contentType, "<html>down</html>", "Retry-After", "4");
    assertThat(sent())
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> {
              assertThat(unknown.reason().message()).contains("503");
              assertThat(unknown.retryAfter()).isEqualTo(Duration.ofSeconds(4));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"error\":", "{\"error\":null}", "[]", "{}", "null"})
  void anErrorThatIsCutOffKeepsItsStatus(String body) {
    graph.answering(429, body, "Retry-After", "4");
    assertThat(sent())
        .isInstanceOfSatisfying(
            Throttled.class,
            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(4)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"id\":\"A", "{}", "null", "<html>"})
  void aSuccessThatCannotBeReadIsUnknown(String body) {
    graph.answering(201, body);
    assertThat(sent()).isInstanceOf(Unknown.class);
  }

  @Test
  void aSuccessInAnotherLanguageIsUnknown() {
    graph.answeringAs(200, "text/html", "<html>please sign in to the hotel's network</html>");
    assertThat(sent()).isInstanceOf(Unknown.class);
  }

  @Test
  void aRedirectIsNotFollowedAndDecidesNothing() {
    graph.answering(307, "", "Location", "https://elsewhere.example/steal");
    assertThat(sent()).isInstanceOf(Unknown.class);
    assertThat(graph.requests).hasSize(1);
  }

  @Test
  void anAnswerOfAnySizeIsCutShort() {
    graph.answering(201, "{\"id\":\"" + "A".repeat(9 * 1024 * 1024) + "\"}");
    assertThat(sent()).isInstanceOf(Unknown.class);
  }

  @Test
  void aConnectionThatBreaksIsUnknown() {
    graph.breaking();
    assertThat(sent())
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> assertThat(unknown.reason().code()).isEqualTo("graph.no-answer"));
  }

  @Test
  void anUnknownCodeIsShownPlainAndShort() {
    graph.answering(400, error("<b>" + "x".repeat(500)));
    assertThat(sent())
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reason().message()).doesNotContain("<").hasSizeLessThan(200));
  }

  @Test
  void aSignInThatIsNotAcceptedIsNotTheMeetingsFault() {
    graph
        .answering(401, error("InvalidAuthenticationToken"))
        .answering(401, error("InvalidAuthenticationToken"));
    assertThat(sent()).isInstanceOf(NotAuthorized.class);
  }

  @Test
  void aDuplicateOfAnEventThatWasDeletedSinceIsRefused() {
    graph
        .answering(
            400,
            "{\"error\":{\"code\":\"ErrorDuplicateTransactionId\",\"message\":\"m\",\"@event.existingEventId\":\"AAMkOld=\"}}")
        .answering(404, error("ErrorItemNotFound"))
        .answering(200, "{\"value\":[]}");
    assertThat(sent())
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason().code()).isEqualTo("graph.event-removed"));
    assertThat(graph.requests.get(1).url().encodedPath()).endsWith("/events/AAMkOld%3D");
  }

  @Test
  void aDuplicateWithAnotherMeetingsMarkIsNotTakenForOurs() {
    graph
        .answering(
            400,
            "{\"error\":{\"code\":\"ErrorDuplicateTransactionId\",\"@event.existingEventId\":\"AAMkOld=\"}}")
        .answering(
            200,
            "{\"id\":\"AAMkOld=\",\"singleValueExtendedProperties\":[{\"id\":\""
                + Mark.PROPERTY
                + "\",\"value\":\"11111111-1111-1111-1111-111111111111\"}]}")
        .answering(200, "{\"value\":[]}");
    assertThat(sent()).isInstanceOf(Refused.class);
  }
}
