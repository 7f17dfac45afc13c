package dev.convene.simulators.webex;

import static dev.convene.simulators.webex.SimulatedWebex.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What can be made to go wrong, over the wire. */
class WebexFaultsIT {
  private final SimulatedWebex webex = new SimulatedWebex();

  @AfterEach
  void stop() {
    webex.close();
  }

  @Test
  void anErrorAfterTheEffectLeavesTheMeetingBehind() {
    webex.fault(
        """
        {"kind": "status-after", "method": "POST", "route": "/v1/meetings", "status": 503,
         "times": 1, "headers": {"Retry-After": "2"}}
        """);
    MeetingRequest request = aMeeting();

    Web.Answer answer = webex.create(request);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).hasValue("2");
    assertThat(webex.tagged(request.tag())).hasSize(1);
    JsonNode entry = webex.journal("method=POST&path=/v1/meetings").path(0);
    assertThat(entry.path("fault").stringValue()).isEqualTo("status-after");
    assertThat(entry.path("effect").stringValue()).isEqualTo("created");
    assertThat(entry.path("status").intValue()).isEqualTo(503);
    assertThat(entry.path("tag").stringValue()).isEqualTo(request.tag());
    assertThat(webex.create(aMeeting()).status()).isEqualTo(200);
  }

  @Test
  void anErrorBeforeTheEffectLeavesNothingBehind() {
    webex.fault("{\"kind\": \"status-before\", \"path\": \"/v1/meetings\", \"times\": 1}");
    MeetingRequest request = aMeeting();

    assertThat(webex.create(request).status()).isEqualTo(500);

    assertThat(webex.truth(request.tag())).isEmpty();
  }

  @Test
  void aConnectionDroppedAfterTheEffectGivesNoAnswerButAMeeting() {
    webex.fault("{\"kind\": \"drop-after\", \"method\": \"POST\", \"times\": 1}");
    MeetingRequest request = aMeeting();

    assertThatThrownBy(() -> webex.create(request)).isInstanceOf(UncheckedIOException.class);

    assertThat(webex.truth(request.tag())).hasSize(1);
    assertThat(webex.journal("method=POST&path=/v1/meetings").path(0).path("status").intValue())
        .isZero();
  }

  @Test
  void aConnectionDroppedBeforeTheEffectGivesNothing() {
    webex.fault("{\"kind\": \"drop-before\", \"method\": \"POST\", \"times\": 1}");
    MeetingRequest request = aMeeting();

    assertThatThrownBy(() -> webex.create(request)).isInstanceOf(UncheckedIOException.class);

    assertThat(webex.truth(request.tag())).isEmpty();
  }

  @Test
  void aTruncatedAnswerIsNoJson() {
    webex.fault("{\"kind\": \"truncate\", \"method\": \"POST\", \"times\": 1}");
    MeetingRequest request = aMeeting();

    Web.Answer answer = webex.create(request);

    assertThat(answer.status()).isEqualTo(200);
    assertThatThrownBy(answer::json).isInstanceOf(JacksonException.class);
    assertThat(webex.truth(request.tag())).hasSize(1);
  }

  @Test
  void throttlingIsAPageWithTheSecondsToWait() {
    webex.fault(
        "{\"kind\": \"throttle\", \"mailbox\": \"bob@contoso.example\","
            + " \"headers\": {\"Retry-After\": \"7\"}}");

    Web.Answer answer = webex.create(aMeeting());

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).hasValue("7");
    assertThat(answer.header("Content-Type")).hasValue("text/html");
    assertThat(answer.body()).startsWith("<html>");
    assertThat(webex.create(aMeeting().with("hostEmail", "alice@contoso.example")).status())
        .isEqualTo(200);
  }

  @Test
  void anExpiredTokenIsAnsweredWith401() {
    webex.fault("{\"kind\": \"expired-token\", \"path\": \"/v1/meetings\", \"times\": 1}");

    assertThat(webex.create(aMeeting()).status()).isEqualTo(401);
    assertThat(webex.create(aMeeting()).status()).isEqualTo(200);
  }

  @Test
  void aRateStrikesTheSameCallsInEveryRun() {
    String fault =
        "{\"kind\": \"status-before\", \"route\": \"/v1/meetings\", \"rate\": 0.3, \"seed\": 7}";

    assertThat(outcomes(fault)).isEqualTo(outcomes(fault)).contains("500").contains("200");
  }

  private String outcomes(String fault) {
    webex.web.delete("/_sim/faults");
    webex.fault(fault);
    StringBuilder outcomes = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      outcomes.append(webex.create(aMeeting()).status()).append(' ');
    }
    return outcomes.toString();
  }

  @Test
  void whatIsUnknownIsRefusedWithWhatIsAllowed() {
    Web.Answer kind = webex.web.post("/_sim/faults", "{\"kind\": \"earthquake\"}");
    Web.Answer field = webex.web.post("/_sim/faults", "{\"kind\": \"latency\", \"delays\": 1}");

    assertThat(kind.status()).isEqualTo(400);
    assertThat(kind.body()).contains("status-after").contains("earthquake");
    assertThat(field.status()).isEqualTo(400);
    assertThat(field.body()).contains("unknown field delays").contains("delay");
  }

  @Test
  void aFaultCanBeTakenAway() {
    webex.fault("{\"kind\": \"status-before\"}");
    String id = webex.web.get("/_sim/faults").json().path("items").path(0).path("id").stringValue();

    assertThat(webex.web.delete("/_sim/faults/" + id).status()).isEqualTo(204);

    assertThat(webex.create(aMeeting()).status()).isEqualTo(200);
    assertThat(webex.web.delete("/_sim/faults/" + id).status()).isEqualTo(404);
  }
}
