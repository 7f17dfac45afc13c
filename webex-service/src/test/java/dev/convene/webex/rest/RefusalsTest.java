package dev.convene.webex.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Reason;
import dev.convene.defaults.messaging.JsonDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

  private final Refusals refusals = new Refusals(JsonDefaults.mapper());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | Parameter 'start' or 'end' is before current time       | webex.start-in-past",
        "400 | Session type not found by Session type ID                | webex.no-licence",
        "400 | timezone 'X' and timezone offset in '+01:00' do not match | webex.time-zone",
        "403 | The required scopes or roles are missing                 | webex.not-permitted",
        "404 | The user could not be found                              | webex.host-unknown",
        "400 | Something else                                           | webex.refused",
      })
  void webexsTextsBecomeReasonsWithStableCodes(int status, String text, String code) {
    Reason reason = refuse(status, text);
    assertThat(reason.code()).isEqualTo(code);
    assertThat(reason.vendorTraceId()).isEqualTo("ROUTER_1");
  }

  @Test
  void whatIsNotRecognisedIsQuotedWithoutLineBreaksAndNotAtLength() {
    Reason reason = refuse(400, "line one\\n" + "x".repeat(1000));
    assertThat(reason.message()).doesNotContain("\n").hasSizeLessThan(260).endsWith("…");
  }

  @Test
  void aPageOfHtmlIsNoReason() {
    Reason reason = refusals.reason(400, "<html>no</html>".getBytes(UTF_8), "bob@a.example");
    assertThat(reason.message()).contains("no reason was given").doesNotContain("<");
  }

  private Reason refuse(int status, String text) {
    String body =
        """
        {"message":"The request is invalid.","errors":[{"description":"%s"}],
         "trackingId":"ROUTER_1"}\
        """
            .formatted(text);
    return refusals.reason(status, body.getBytes(UTF_8), "bob@contoso.example");
  }
}
