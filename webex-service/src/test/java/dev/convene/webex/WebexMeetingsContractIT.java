package dev.convene.webex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Recurrence;
import dev.convene.webex.calls.Api;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.WebexMeeting;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.webex.meetings.WebexMeetings.Deleted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What the steps may rely on, whichever of Webex's interfaces is used. A test that holds for one of
 * them alone says so by its name.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Api.class)
class WebexMeetingsContractIT {

  private static final String BOB = "bob@contoso.example";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Adapter adapter;
  private static SimulatedWebex webex;
  private static WebexMeetings meetings;

  private final Api api;

  WebexMeetingsContractIT(Api api) {
    this.api = api;
  }

  @BeforeParameterizedClassInvocation
  static void start(Api api) {
    adapter = new Adapter(api);
    webex = adapter.webex;
    webex.settings("{\"meetingsPerHostAndDay\":0}");
    meetings = adapter.meetings();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    adapter.close();
  }

  @AfterEach
  void asBefore() {
    webex.noFaults();
    webex.settings("{\"visibilityDelay\":null}");
  }

  @Test
  void aMeetingIsMadeAndTellsHowToJoin() {
    UUID id = UUID.randomUUID();
    WebexMeeting meeting = created(id, aMeeting());

    assertThat(meeting.webLink()).hasScheme("https");
    assertThat(meeting.meetingNumber()).matches("[0-9]{9,12}");
    assertThat(meeting.password()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(meeting.sipAddress()).isNotBlank();
    assertThat(meeting.accessCode()).isEqualTo(meeting.meetingNumber());
    assertThat(meeting.dialIns()).isNotEmpty();
    JsonNode truth = truth(id, BOB);
    assertThat(truth.path("hostEmail").stringValue()).isEqualTo(BOB);
    assertThat(truth.path("meetingNumber").stringValue()).isEqualTo(meeting.meetingNumber());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=DAILY;INTERVAL=2;COUNT=3",
        "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=5",
        "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=4",
        "FREQ=MONTHLY;BYDAY=1MO;COUNT=4",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1;COUNT=2",
        "FREQ=DAILY;UNTIL=20270310T090000Z",
      })
  void aSeriesTakesPlaceWhenItsRuleSays(String rule) {
    // A Monday, and the first of the month; the clock is put forward on the 28th.
    ZonedDateTime start = LocalDateTime.of(2027, 3, 1, 10, 0).atZone(BERLIN);
    UUID id = UUID.randomUUID();
    created(id, series(start, rule));
    assertThat(starts(truth(id, BOB)))
        .isEqualTo(
            switch (rule) {
              case "FREQ=DAILY;INTERVAL=2;COUNT=3" -> days(start, 0, 2, 4);
              case "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=5" -> days(start, 0, 2, 7, 9, 14);
              case "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=4" -> days(start, 0, 31, 61, 92);
              case "FREQ=MONTHLY;BYDAY=1MO;COUNT=4" -> days(start, 0, 35, 63, 98);
              case "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1;COUNT=2" -> days(start, 0, 366);
              default -> days(start, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            });
    assertThat(found(id, series(start, rule))).isPresent();
  }

  @Test
  void onlyRestSaysTheLastWeekdayOfAMonthAndSeriesInAnyZone() {
    ZonedDateTime friday = LocalDateTime.of(2027, 3, 26, 10, 0).atZone(BERLIN);
    ZonedDateTime inNepal = friday.withZoneSameLocal(ZoneId.of("Asia/Kathmandu"));
    List<MeetingDetails> all =
        List.of(
            series(friday, "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2"),
            series(inNepal, "FREQ=DAILY;COUNT=2"));
    for (MeetingDetails series : all) {
      switch (api) {
        case REST -> created(UUID.randomUUID(), series);
        case XML -> assertThat(refused(series)).isEqualTo("webex.series");
      }
    }
  }

  private static List<Instant> days(ZonedDateTime start, int... after) {
    return Arrays.stream(after).mapToObj(days -> start.plusDays(days).toInstant()).toList();
  }

  private static List<Instant> starts(JsonNode truth) {
    return truth
        .path("occurrences")
        .valueStream()
        .map(start -> Instant.parse(start.stringValue()))
        .toList();
  }

  @Test
  void onlyRestTellsThePasswordForPhones() {
    assertThat(created(UUID.randomUUID(), aMeeting()).phonePassword() != null)
        .isEqualTo(api == Api.REST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Budget & review",
        "</confName><a b=\"c\">'d'",
        "]]>&amp;&#38;",
        "Grüße, 日本語, 🎉",
        "a\u0001b",
      })
  void whatPeopleWriteArrivesAndNothingElse(String text) {
    UUID id = UUID.randomUUID();
    created(id, titled(text));
    // XML cannot hold control characters in any form; nobody sees them.
    String arrives = api == Api.XML ? text.replaceAll("\\p{Cntrl}", "") : text;
    assertThat(truth(id, BOB).path("title").stringValue()).isEqualTo(arrives);
  }

  @ParameterizedTest
  @CsvSource({
    "10:00, Europe/Berlin",
    "10:00, America/New_York",
    "23:30, America/Sao_Paulo",
    "00:15, Asia/Kathmandu",
    "10:00, Pacific/Chatham",
    "10:00, UTC",
  })
  void aMeetingIsAtTheMomentThatWasMeant(String time, String zone) {
    ZonedDateTime start =
        LocalDate.now(ZoneOffset.UTC)
            .plusDays(3)
            .atTime(java.time.LocalTime.parse(time))
            .atZone(ZoneId.of(zone));
    assertMeant(start, start.plusMinutes(50));
  }

  @Test
  void theEarlierOfTwoHoursIsMeantWhereTheClockIsSetBack() {
    ZonedDateTime start =
        LocalDateTime.of(2027, 10, 31, 2, 30).atZone(BERLIN).withEarlierOffsetAtOverlap();
    assertMeant(start, start.plusHours(2));
  }

  private void assertMeant(ZonedDateTime start, ZonedDateTime end) {
    UUID id = UUID.randomUUID();
    created(id, details("Moment", BOB, start, end));
    JsonNode truth = truth(id, BOB);
    assertThat(Instant.parse(truth.path("start").stringValue())).isEqualTo(start.toInstant());
    assertThat(Instant.parse(truth.path("end").stringValue())).isEqualTo(end.toInstant());
    assertThat(found(id, details("Moment", BOB, start, end))).isPresent();
  }

  @Test
  void webexMailsNobodyWhenAMeetingIsMadeOrDeleted() {
    int before = webex.mails().size();
    WebexMeeting meeting = created(UUID.randomUUID(), aMeeting());
    done(meetings.delete(meeting.id(), BOB));
    assertThat(webex.mails()).hasSize(before);
  }

  @Test
  void whatWasMadeIsFoundByItsMarkAndTellsTheSame() {
    UUID id = UUID.randomUUID();
    MeetingDetails details = aMeeting();
    WebexMeeting meeting = created(id, details);
    created(UUID.randomUUID(), details);

    assertThat(found(id, details)).hasValue(meeting);
    assertThat(found(UUID.randomUUID(), details)).isEmpty();
  }

  @Test
  void nothingIsFoundForAHostWithoutMeetings() {
    ZonedDateTime start = tomorrow();
    MeetingDetails details = details("Nothing", "nothing@load.example", start, start.plusHours(1));
    assertThat(found(UUID.randomUUID(), details)).isEmpty();
  }

  @Test
  void ofTwoWithOneMarkEveryFinderMeansTheSameAndBothAreListed() {
    UUID id = UUID.randomUUID();
    MeetingDetails details = aMeeting();
    List<String> ids = List.of(created(id, details).id(), created(id, details).id());

    assertThat(found(id, details).orElseThrow().id())
        .isEqualTo(ids.stream().sorted().findFirst().orElseThrow());
    assertThat(marked(id, details)).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void aMeetingIsFoundAmongManyOfTheHostOnThatDay() {
    String host = "busy@load.example";
    ZonedDateTime start = tomorrow();
    for (int i = 0; i < 60; i++) {
      ZonedDateTime other = start.plusMinutes(10L * i);
      created(UUID.randomUUID(), details("Other", host, other, other.plusMinutes(10)));
    }
    UUID id = UUID.randomUUID();
    MeetingDetails last = details("Last", host, start.plusHours(9), start.plusHours(10));
    WebexMeeting meeting = created(id, last);
    assertThat(found(id, last)).hasValue(meeting);
  }

  @Test
  void aMeetingExistsUntilItIsDeletedAndIsDeletedOnce() {
    String id = created(UUID.randomUUID(), aMeeting()).id();

    assertThat(done(meetings.exists(id, BOB))).isTrue();
    assertThat(done(meetings.delete(id, BOB))).isEqualTo(Deleted.DELETED);
    assertThat(done(meetings.exists(id, BOB))).isFalse();
    assertThat(done(meetings.delete(id, BOB))).isEqualTo(Deleted.WAS_NOT_THERE);
  }

  @Test
  void aDeletedMeetingIsNotFoundAnyMore() {
    UUID id = UUID.randomUUID();
    MeetingDetails details = aMeeting();
    done(meetings.delete(created(id, details).id(), BOB));

    assertThat(found(id, details)).isEmpty();
    assertThat(marked(id, details)).isEmpty();
  }

  @Test
  void aHostWithoutALicenceIsRefusedWhichOnlyRestTellsFromAnUnknownOne() {
    assertThat(refused(hosted("nolicence@contoso.example")))
        .isEqualTo(api == Api.REST ? "webex.no-licence" : "webex.host-unknown");
    assertThat(refused(hosted("nobody@elsewhere.example"))).isEqualTo("webex.host-unknown");
  }

  @Test
  void whoAsksWithTheirOwnRightsGetsAtNobodyElsesMeetings() {
    UUID id = UUID.randomUUID();
    MeetingDetails bobs = aMeeting();
    String made = created(id, bobs).id();
    WebexMeetings alices = adapter.meetingsAs("alice@contoso.example");

    created(UUID.randomUUID(), hosted("alice@contoso.example"), alices);
    for (Answer<?> answer :
        List.of(
            alices.create(UUID.randomUUID(), bobs),
            alices.find(id, bobs),
            alices.exists(made, BOB),
            alices.delete(made, BOB))) {
      assertThat(answer)
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              refused -> assertThat(refused.reason().code()).isEqualTo("webex.not-own-meeting"));
    }
    assertThat(live(id, BOB)).hasSize(1);
  }

  @Test
  void anAnswerThatWasLostLeavesTheMeetingToBeFound() {
    UUID id = UUID.randomUUID();
    MeetingDetails details = aMeeting();
    webex.fault(onCreate("\"kind\":\"drop-after\",\"times\":1"));

    assertThat(meetings.create(id, details)).isInstanceOf(Answer.Lost.class);

    assertThat(found(id, details)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kind\":\"drop-before\"",
        "\"kind\":\"status-before\",\"status\":503",
        "\"kind\":\"status-before\",\"status\":200,\"body\":\"<html>\"",
        "\"kind\":\"status-before\",\"status\":200,\"body\":\"\"",
      })
  void anAnswerThatSaysNothingMayMeanAnything(String fault) {
    webex.fault(onCreate(fault + ",\"times\":1"));
    assertThat(meetings.create(UUID.randomUUID(), aMeeting())).isInstanceOf(Answer.Lost.class);
  }

  @Test
  void anAnswerThatBreaksOffLeavesTheMeetingToBeFound() {
    UUID id = UUID.randomUUID();
    MeetingDetails details = aMeeting();
    webex.fault(onCreate("\"kind\":\"truncate\",\"times\":1"));

    assertThat(meetings.create(id, details)).isInstanceOf(Answer.Lost.class);
    assertThat(found(id, details)).isPresent();
  }

  @Test
  void whoAsksTooMuchIsToldHowLongToWaitWhichXmlDoesNotSay() {
    webex.fault(onCreate("\"kind\":\"throttle\",\"times\":1,\"headers\":{\"Retry-After\":\"7\"}"));
    assertThat(meetings.create(UUID.randomUUID(), aMeeting()))
        .isInstanceOfSatisfying(
            Answer.Throttled.class,
            throttled ->
                assertThat(throttled.retryAfter())
                    .isEqualTo(Duration.ofSeconds(api == Api.REST ? 7 : 60)));
  }

  @Test
  void credentialsThatRanOutAreRenewedOnceAndWithoutHarm() {
    // Its own: whose credentials are refused twice is given no others for a minute.
    try (Adapter own = new Adapter(api)) {
      own.webex.fault(onCreate("\"kind\":\"expired-token\",\"times\":1"));
      UUID id = UUID.randomUUID();
      created(id, aMeeting(), own.meetings());
      assertThat(live(own.webex, id, BOB)).hasSize(1);

      own.webex.fault(onCreate("\"kind\":\"expired-token\",\"times\":2"));
      UUID refused = UUID.randomUUID();
      assertThat(own.meetings().create(refused, aMeeting()))
          .isInstanceOfSatisfying(
              Answer.HeldBack.class,
              answer -> assertThat(answer.reason().code()).isEqualTo("webex.token-refused"));
      assertThat(live(own.webex, refused, BOB)).isEmpty();
    }
  }

  @Test
  void aWebexThatCannotBeReachedHasDoneNothing() {
    try (Adapter nowhere = new Adapter(api)) {
      created(UUID.randomUUID(), aMeeting(), nowhere.meetings());
      nowhere.simulators.close();
      assertThat(nowhere.meetings().create(UUID.randomUUID(), aMeeting()))
          .isInstanceOf(Answer.Unreachable.class);
    }
  }

  @Test
  void whatWebexDoesNotShowYetIsNotFoundAndXmlCannotTellHowToJoinIt() {
    webex.settings("{\"visibilityDelay\":\"PT1H\"}");
    UUID id = UUID.randomUUID();
    MeetingDetails details = aMeeting();

    Answer<WebexMeeting> answer = meetings.create(id, details);

    assertThat(answer).isInstanceOf(api == Api.REST ? Answer.Done.class : Answer.Lost.class);
    assertThat(found(id, details)).isEmpty();
    webex.settings("{\"visibilityDelay\":null}");
    assertThat(found(id, details)).isPresent();
  }

  @Test
  void xmlOnly_anAnswerThatIsTooLongIsNotReadToItsEnd() {
    assumeTrue(api == Api.XML, "REST's answers are not bounded");
    webex.fault(onGet(MEETING.formatted("1")));
    assertThat(meetings.exists("1", BOB)).isEqualTo(new Answer.Done<>(true));
    String padding = " ".repeat(2 * 1024 * 1024);
    webex.fault(onGet(MEETING.formatted("1") + padding));
    assertThat(meetings.exists("1", BOB)).isInstanceOf(Answer.Lost.class);
  }

  @Test
  void xmlOnly_anAnswerWithAnEntityIsNotRead() {
    assumeTrue(api == Api.XML, "JSON has no entities");
    webex.fault(onGet("<!DOCTYPE a [<!ENTITY e '1'>]>" + MEETING.formatted("&e;")));
    assertThat(meetings.exists("1", BOB)).isInstanceOf(Answer.Lost.class);
  }

  private static final String MEETING =
      "<message><header><response><result>SUCCESS</result></response></header>"
          + "<body><bodyContent><meetingkey>%s</meetingkey></bodyContent></body></message>";

  private static String onGet(String body) {
    return "{\"kind\":\"status-before\",\"status\":200,\"times\":1,"
        + "\"path\":\"/WBXService/XMLService/meeting.GetMeeting\",\"body\":\""
        + body
        + "\"}";
  }

  @Test
  void xmlOnly_anAddressWithoutTheApiHasDoneNothing() {
    assumeTrue(api == Api.XML, "REST's 404 is about the meeting");
    webex.fault(onCreate("\"kind\":\"status-before\",\"status\":404,\"times\":1"));
    assertThat(meetings.create(UUID.randomUUID(), aMeeting()))
        .isInstanceOfSatisfying(
            Answer.Unreachable.class,
            answer -> assertThat(answer.reason().message()).contains("WEBEX_XML_BASE_URL"));
  }

  @Test
  void xmlOnly_aCopyOfTheAgendaAtAnotherTimeIsNotOurMeeting() {
    assumeTrue(api == Api.XML, "REST's mark is no text that people copy");
    UUID id = UUID.randomUUID();
    MeetingDetails details = aMeeting();
    created(id, details);
    ZonedDateTime later = details.end().atZone(details.timeZone());
    MeetingDetails copy =
        new MeetingDetails(
            "Copy",
            "Numbers\n\nconvene:" + id,
            BOB,
            later.toLocalDateTime(),
            later.plusHours(1).toLocalDateTime(),
            details.timeZone(),
            List.of(),
            null,
            null);
    created(UUID.randomUUID(), copy);

    assertThat(marked(id, details)).hasSize(1);
  }

  private String onCreate(String fault) {
    String path =
        switch (api) {
          case REST -> "/v1/meetings";
          case XML -> "/WBXService/XMLService/meeting.CreateMeeting";
        };
    return "{\"method\":\"POST\",\"path\":\"" + path + "\"," + fault + "}";
  }

  private List<JsonNode> live(UUID id, String host) {
    return live(webex, id, host);
  }

  private List<JsonNode> live(SimulatedWebex where, UUID id, String host) {
    return switch (api) {
      case REST -> where.live(id);
      case XML -> where.liveByAgenda(id, host);
    };
  }

  private JsonNode truth(UUID id, String host) {
    List<JsonNode> live = live(id, host);
    assertThat(live).hasSize(1);
    return live.getFirst();
  }

  private WebexMeeting created(UUID id, MeetingDetails details) {
    return created(id, details, meetings);
  }

  private static WebexMeeting created(UUID id, MeetingDetails details, WebexMeetings meetings) {
    return done(meetings.create(id, details));
  }

  private Optional<WebexMeeting> found(UUID id, MeetingDetails details) {
    return done(meetings.find(id, details));
  }

  private List<String> marked(UUID id, MeetingDetails details) {
    return done(
        meetings.marked(
            id,
            details.host(),
            details.start().atZone(details.timeZone()).toInstant(),
            details.end().atZone(details.timeZone()).toInstant()));
  }

  private String refused(MeetingDetails details) {
    Answer<WebexMeeting> answer = meetings.create(UUID.randomUUID(), details);
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<WebexMeeting>) answer).reason().code();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static ZonedDateTime tomorrow() {
    return LocalDate.now(ZoneOffset.UTC).plusDays(2).atTime(10, 0).atZone(BERLIN);
  }

  private static MeetingDetails aMeeting() {
    return titled("Review");
  }

  private static MeetingDetails titled(String title) {
    ZonedDateTime start = tomorrow();
    return details(title, BOB, start, start.plusHours(1));
  }

  private static MeetingDetails hosted(String host) {
    ZonedDateTime start = tomorrow();
    return details("Review", host, start, start.plusHours(1));
  }

  private static MeetingDetails series(ZonedDateTime start, String rule) {
    MeetingDetails once = details("Series", BOB, start, start.plusHours(1));
    return new MeetingDetails(
        once.title(),
        once.agenda(),
        once.host(),
        once.start(),
        once.end(),
        once.timeZone(),
        once.attendees(),
        null,
        null,
        Recurrence.of(rule));
  }

  private static MeetingDetails details(
      String title, String host, ZonedDateTime start, ZonedDateTime end) {
    List<Attendee> attendees = new ArrayList<>();
    attendees.add(new Attendee("alice@contoso.example", "Alice & <co>", AttendeeType.REQUIRED));
    return new MeetingDetails(
        title,
        "Numbers",
        host,
        start.toLocalDateTime(),
        end.toLocalDateTime(),
        start.getZone(),
        attendees,
        null,
        5);
  }
}
