package dev.convene.webex.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.contracts.Reason;
import dev.convene.webex.calls.Said;
import dev.convene.webex.calls.UnreadableAnswer;
import dev.convene.webex.meetings.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  @ParameterizedTest
  @CsvSource({
    "000001, webex.not-permitted",
    "030048, webex.not-permitted",
    "030001, webex.host-unknown",
    "060026, webex.refused",
    "999998, webex.refused",
  })
  void aNumberBecomesAReasonWithAStableCode(String exceptionId, String code) {
    assertThat(meaning(exceptionId, "Some words"))
        .isInstanceOfSatisfying(
            Said.Answered.class,
            said ->
                assertThat(said.answer())
                    .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo(code)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000", "000035", "999999"})
  void whereWebexDoesNotKnowItselfTheMeetingMayHaveBeenMade(String exceptionId) {
    assertThat(meaning(exceptionId, "ASService not responding"))
        .isInstanceOfSatisfying(
            Said.Answered.class, said -> assertThat(said.answer()).isInstanceOf(Answer.Lost.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"030002", "030047"})
  void aTicketThatIsNotValidAsksForAnother(String exceptionId) {
    assertThat(meaning(exceptionId, "Not a valid session ticket"))
        .isInstanceOf(Said.NotAccepted.class);
  }

  @Test
  void tooManyCallsWaitForAMinute() {
    Said<Object> said = meaning("000045", "slow down");
    assertThat(said)
        .isInstanceOfSatisfying(
            Said.Answered.class,
            answered ->
                assertThat(answered.answer())
                    .isInstanceOfSatisfying(
                        Answer.Throttled.class,
                        throttled ->
                            assertThat(throttled.retryAfter()).isEqualTo(Duration.ofMinutes(1))));
  }

  @Test
  void wordsAreQuotedWithoutLineBreaksAndNotAtLengthAndTheNumberAfterThem() {
    Said.Answered<Object> said =
        (Said.Answered<Object>) meaning("060026", "line one\n" + "x".repeat(1000));
    Reason reason = ((Answer.Refused<Object>) said.answer()).reason();
    assertThat(reason.message()).doesNotContain("\n").hasSizeLessThan(260).endsWith("… (060026)");
    assertThat(reason.vendorTraceId()).isEqualTo("case 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<message/>",
        "<message><header><response/></header></message>",
        "<message><header><response><result>MAYBE</result></response></header></message>"
      })
  void anAnswerThatDoesNotSayWhetherItSucceededIsNone(String answer) {
    assertThatThrownBy(() -> Response.of(answer.getBytes(UTF_8)))
        .isInstanceOf(UnreadableAnswer.class);
  }

  private static Said<Object> meaning(String exceptionId, String reason) {
    Element message =
        Element.of(
            "x",
            Element.text("result", "FAILURE"),
            Element.text("reason", reason),
            Element.text("exceptionID", exceptionId),
            Element.text("caseID", "case 1"));
    return Failures.meaning(
        new Response.Failure(
            message.text("exceptionID").orElseThrow(),
            message.text("reason").orElseThrow(),
            message.text("caseID")),
        "bob@contoso.example");
  }
}
