package dev.convene.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.Error;
import dev.convene.contracts.JoinDetails.DialIn;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What no record of ours can hold. */
class RecordChecksTest {

  private static final URI LINK = URI.create("https://contoso.webex.com/j");

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "anna", "@contoso.example", "anna@", "a b@c.d", "Anna@c.d"})
  void aMailboxIsAnAddressInLowerCase(String email) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attendee(email, null, AttendeeType.REQUIRED))
        .withMessageStartingWith("email must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zoom", "WEBEX", "Anna@c.d", "a b@c.d"})
  void whatIsPausedIsAProviderOrAMailboxInLowerCase(String target) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PauseWork(target, 1))
        .withMessageStartingWith("target must be");
  }

  @Test
  void anOperatorsLongNoteIsCutAndStillFitsIntoAReason() {
    AbandonStep command = new AbandonStep(Samples.MEETING, Samples.HOST, "x".repeat(999), true, 1);
    assertThat(command.note()).hasSize(400).endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "/j", "//contoso.webex.com/j", "https:///j", "data:,x"})
  void whatPeopleClickIsAWebAddress(String link) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> join(URI.create(link), List.of()))
        .withMessage("webLink must be an absolute http or https address");
  }

  @Test
  void aMeetingEndsAfterItHasBegun() {
    LocalDateTime start = LocalDateTime.parse("2027-01-14T10:00");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new MeetingDetails(
                "x", null, Samples.HOST, start, start, ZoneId.of("UTC"), List.of(), null, null))
        .withMessage("end must be after start");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=14;UNTIL=20270301T083000Z",
        "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10",
        "FREQ=MONTHLY;BYMONTHDAY=28",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;COUNT=60",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=3",
        "FREQ=YEARLY;BYMONTH=12;BYDAY=4TH;UNTIL=20301224T090000Z"
      })
  void aRuleIsWrittenInOneForm(String rule) {
    assertThat(Recurrence.of(rule).rule()).isEqualTo(rule);
    assertThat(breaches(rule)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "RRULE:FREQ=DAILY",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=1",
        "FREQ=DAILY;BYDAY=MO",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;COUNT=3;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTHDAY=3",
        "FREQ=DAILY;UNTIL=20270301",
        "FREQ=DAILY;COUNT=3;UNTIL=20270301T083000Z",
        "FREQ=DAILY;COUNT=0",
        "freq=daily"
      })
  void aRuleInAnotherFormIsRefusedByRecordAndSchema(String rule) {
    assertThatIllegalArgumentException().isThrownBy(() -> Recurrence.of(rule));
    assertThat(breaches(rule)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=WEEKLY;BYDAY=WE,MO",
        "FREQ=WEEKLY;BYDAY=MO,MO",
        "FREQ=MONTHLY;BYMONTHDAY=29",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=DAILY;UNTIL=20270230T083000Z"
      })
  void aRuleThatOneVendorWouldTakeDifferentlyIsRefused(String rule) {
    assertThatIllegalArgumentException().isThrownBy(() -> Recurrence.of(rule));
  }

  @Test
  void anEmptyTextFromAVendorIsAsGoodAsNone() {
    JoinDetails join = new JoinDetails(LINK, "", " ", "", "", "", List.of());
    assertThat(join).isEqualTo(new JoinDetails(LINK, null, null, null, null, null, List.of()));
    assertThat(new Attendee("a@b.c", " ", AttendeeType.OPTIONAL).name()).isNull();
    assertThat(new Requester("anna", "").client()).isNull();
  }

  @Test
  void onlyWhoSaysSoActsWithAPersonsRights() {
    assertThat(new Requester("anna", null).isDelegated()).isFalse();
    assertThat(new Requester("hr", "hr", null, RequestMode.APPLICATION).isDelegated()).isFalse();
    assertThat(new Requester("anna", "p", "anna@b.c", RequestMode.DELEGATED).isDelegated())
        .isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Requester("anna", "p", "Anna@b.c", RequestMode.DELEGATED));
  }

  @Test
  void aDialInHasALabelAndANumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DialIn(" ", "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> new DialIn("US", ""));
  }

  @Test
  void fiftyDialInsAreEnough() {
    assertThat(join(LINK, Collections.nCopies(51, new DialIn("US", "1"))).dialIns()).hasSize(50);
  }

  @Test
  void whatARecordHoldsDoesNotChangeWithTheListItWasMadeFrom() {
    List<DialIn> dialIns = new ArrayList<>(List.of(new DialIn("US", "1")));
    JoinDetails join = join(LINK, dialIns);
    dialIns.clear();
    assertThat(join.dialIns()).hasSize(1);
  }

  @Test
  void aLongReasonIsCutBetweenCharacters() {
    Reason reason = new Reason("webex.odd", "👩".repeat(501));
    assertThat(reason.message()).isEqualTo("👩".repeat(499) + "…");
    assertThat(new Reason("webex.odd", "👩".repeat(500)).message()).hasSize(1000);
  }

  @Test
  void halfACharacterFromAVendorDoesNotStopTheEvent() {
    Reason reason = new Reason("webex.odd", "so \ud83d and \udc69");
    assertThat(reason.message()).isEqualTo("so \ufffd and \ufffd");
    StepRun step = new StepRun(Step.CREATE_MEETING, Samples.NOON, Samples.NOON, 1);
    MeetingMessage refused = new MeetingRefused(Samples.MEETING, Samples.HOST, reason, step);
    assertThat(Contract.written(refused).at("/reason/message").asString())
        .isEqualTo(reason.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "webex", "webex.", "Webex.odd", "webex.not odd", "webex..odd"})
  void aReasonHasACodeThatProgramsCanBranchOn(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reason(code, "Odd."))
        .withMessageStartingWith("code must be");
  }

  @Test
  void aReasonIsOneLineThatEveryDatabaseCanHold() {
    assertThat(new Reason("webex.odd", "a\u0000b\r\nc").message()).isEqualTo("a b  c");
  }

  private static List<Error> breaches(String rule) {
    Contract contract = new Contract(MessageType.named("meeting.schedule.v1").orElseThrow());
    JsonNode message = contract.fullExample().tree();
    ((ObjectNode) message.get("details")).put("recurrence", rule);
    return contract.breaches(message);
  }

  private static JoinDetails join(URI link, List<DialIn> dialIns) {
    return new JoinDetails(link, null, null, null, null, null, dialIns);
  }
}
