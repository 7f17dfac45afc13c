package dev.convene.simulators.microsoft;

import static dev.convene.simulators.microsoft.EventRequest.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.simulators.Simulators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What only a simulator can be asked: limits, faults, other people's mailboxes, the truth. */
class GraphSimulatorIT {
  private static final String ALICE = "/v1.0/users/alice%40contoso.example";
  private static final String BOB = "/v1.0/users/bob%40contoso.example";
  private static final String EVENTS = ALICE + "/events";

  private final TestClock clock = new TestClock();
  private Simulators simulators;
  private Graph graph;
  private Graph control;

  @BeforeEach
  void start() {
    simulators = Simulators.builder().microsoftPort(0).clock(clock).start();
    graph = Sign.inAsApplication(simulators.microsoft());
    control = new Graph(simulators.microsoft(), "");
  }

  @AfterEach
  void stop() {
    simulators.close();
  }

  @Test
  void aCreateInvitesItsAttendeesOnceHoweverOftenItIsSent() {
    EventRequest request = anEvent().inviting("bob@contoso.example", "engineering@contoso.example");
    graph.post(EVENTS, request.toString());
    graph.post(EVENTS, request.toString());

    JsonNode mails = outbox("ref=" + request.ref());

    assertThat(mails).hasSize(2);
    assertThat(mails.findValuesAsString("kind")).containsOnly("invite");
    assertThat(mails.findValuesAsString("to"))
        .containsExactly("bob@contoso.example", "engineering@contoso.example");
  }

  @Test
  void aCancelIsMailedWithItsComment() {
    EventRequest request = anEvent().inviting("bob@contoso.example");
    String id = graph.post(EVENTS, request.toString()).id();

    graph.post(EVENTS + "/" + id + "/cancel", "{\"Comment\": \"Sorry\"}");

    JsonNode cancel = outbox("ref=" + request.ref()).path(1);
    assertThat(cancel.path("kind").stringValue()).isEqualTo("cancel");
    assertThat(cancel.path("comment").stringValue()).isEqualTo("Sorry");
    assertThat(truth("mailbox=alice@contoso.example").path(0).path("state").stringValue())
        .isEqualTo("cancelled");
  }

  @Test
  void anImmutableIdFindsACancelledEventButCannotCancelItAgain() {
    String[] immutable = {"Prefer", "IdType=\"ImmutableId\""};
    String id = graph.post(EVENTS, anEvent().toString(), immutable).id();
    graph.post(EVENTS + "/" + id + "/cancel", "{}", immutable);

    Graph.Answer found = graph.get(EVENTS + "/" + id, immutable);

    assertThat(found.json().path("isCancelled").booleanValue()).isTrue();
    assertThat(graph.post(EVENTS + "/" + id + "/cancel", "{}").status()).isEqualTo(404);
  }

  @Test
  void onlyAddedAndRemovedAttendeesHearOfAChangeOfAttendees() {
    EventRequest request = anEvent().inviting("bob@contoso.example", "carol@contoso.example");
    String id = graph.post(EVENTS, request.toString()).id();

    graph.patch(EVENTS + "/" + id, attendees("carol@contoso.example", "dave@contoso.example"));

    List<String> later = sent(request).subList(2, 4);
    assertThat(later).containsExactly("invite dave@contoso.example", "cancel bob@contoso.example");
  }

  @Test
  void everybodyHearsOfARemovalWhereAGroupIsInvited() {
    EventRequest request = anEvent().inviting("bob@contoso.example", "platform@contoso.example");
    String id = graph.post(EVENTS, request.toString()).id();

    graph.patch(EVENTS + "/" + id, attendees("platform@contoso.example"));

    assertThat(sent(request).subList(2, 4))
        .containsExactly("update platform@contoso.example", "cancel bob@contoso.example");
  }

  @Test
  void nobodyHearsOfACategory() {
    EventRequest request = anEvent().inviting("bob@contoso.example");
    String id = graph.post(EVENTS, request.toString()).id();

    graph.patch(EVENTS + "/" + id, "{\"categories\": [\"Red\"]}");

    assertThat(sent(request)).hasSize(1);
  }

  @Test
  void anAttendeesCopyIsNotTheOrganizers() {
    EventRequest request = anEvent().inviting("bob@contoso.example");
    graph.post(EVENTS, request.toString());
    JsonNode copy = graph.get(BOB + "/events").json().path("value").path(0);
    String id = copy.path("id").stringValue();

    assertThat(copy.path("isOrganizer").booleanValue()).isFalse();
    assertThat(copy.path("organizer").path("emailAddress").path("address").stringValue())
        .isEqualTo("alice@contoso.example");
    Graph.Answer cancel = graph.post(BOB + "/events/" + id + "/cancel", "{}");
    assertThat(cancel.status()).isEqualTo(400);
    assertThat(cancel.code()).isEqualTo("ErrorInvalidRequest");
    graph.patch(BOB + "/events/" + id, "{\"subject\": \"Mine\"}");
    assertThat(graph.get(EVENTS).json().path("value").path(0).path("subject").stringValue())
        .isEqualTo("Contract check");
    assertThat(graph.get(EVENTS + "/" + id).code()).isEqualTo("ErrorInvalidIdMalformed");
  }

  @Test
  void anAttendeesAnswerReachesTheOrganizer() {
    String id = graph.post(EVENTS, anEvent().inviting("bob@contoso.example").toString()).id();
    String copy = graph.get(BOB + "/events").json().path("value").path(0).path("id").stringValue();

    assertThat(graph.post(BOB + "/events/" + copy + "/accept", "{}").status()).isEqualTo(202);

    assertThat(responseOf(id)).isEqualTo("accepted");
  }

  @Test
  void aRoomAcceptsAfterAWhileAndDeclinesWhatOverlaps() {
    String first =
        graph.post(EVENTS, anEvent().inviting("room.aurora@contoso.example").toString()).id();
    String second =
        graph.post(EVENTS, anEvent().inviting("room.aurora@contoso.example").toString()).id();
    assertThat(responseOf(first)).isEqualTo("none");

    clock.goOn(Duration.ofSeconds(3));

    assertThat(responseOf(first)).isEqualTo("accepted");
    assertThat(responseOf(second)).isEqualTo("declined");
  }

  @Test
  void theChangeKeyChangesByItselfAFewSecondsAfterTheCreate() {
    JsonNode event = graph.post(EVENTS, anEvent().toString()).json();
    String path = EVENTS + "/" + event.path("id").stringValue();
    String etag = event.path("@odata.etag").stringValue();

    clock.goOn(Duration.ofSeconds(5));

    assertThat(graph.patch(path, "{\"subject\": \"x\"}", "If-Match", etag).status()).isEqualTo(412);
    String fresh = graph.get(path).json().path("@odata.etag").stringValue();
    assertThat(graph.patch(path, "{\"subject\": \"x\"}", "If-Match", fresh).status())
        .isEqualTo(200);
  }

  @Test
  void aCreateWithoutAStartIsRefusedAndCounted() {
    Graph.Answer answer = graph.post(EVENTS, "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("SimStrictMissingField");
    assertThat(control.get("/_sim/audit").json().path("startlessCreates").intValue()).isEqualTo(1);
  }

  @Test
  void aFaithfulSimulatorPutsABlankEventAtTheNextHalfHour() {
    set("{\"strictStart\": false}");
    clock.goOn(Duration.ofMinutes(10));

    JsonNode event = graph.post(EVENTS, "{}").json();

    assertThat(event.path("start").path("dateTime").stringValue())
        .isEqualTo("2027-01-04T08:30:00.0000000");
    assertThat(control.get("/_sim/audit").json().path("startlessCreates").intValue()).isEqualTo(1);
  }

  @Test
  void theFifthRequestAtOnceForOneMailboxIsRefused() {
    fault("{\"kind\": \"latency\", \"delay\": \"PT0.5S\", \"path\": \"/v1.0/users\"}");
    List<CompletableFuture<Graph.Answer>> sent = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sent.add(graph.sendAsync("POST", EVENTS, anEvent().toString()));
    }
    sent.add(graph.sendAsync("POST", BOB + "/events", anEvent().toString()));

    List<Graph.Answer> answers = sent.stream().map(CompletableFuture::join).toList();

    List<Graph.Answer> refused = answers.stream().filter(one -> one.status() == 429).toList();
    assertThat(refused).hasSize(1);
    assertThat(refused.getFirst().code()).isEqualTo("ApplicationThrottled");
    assertThat(refused.getFirst().message())
        .isEqualTo("Application is over its MailboxConcurrency limit.");
    assertThat(refused.getFirst().header("Retry-After")).contains("1");
    assertThat(answers.getLast().status()).isEqualTo(201);
  }

  @Test
  void requestsBeyondTheWindowAreRefusedAndProlongThePenalty() {
    set("{\"requestsPerWindow\": 2, \"requestWindow\": \"PT100S\"}");
    graph.get(EVENTS);
    graph.get(EVENTS);

    Graph.Answer refused = graph.get(EVENTS);
    clock.goOn(Duration.ofSeconds(50));
    Graph.Answer tooEarly = graph.get(EVENTS);

    assertThat(refused.code()).isEqualTo("TooManyRequests");
    assertThat(refused.header("Retry-After")).contains("100");
    assertThat(tooEarly.header("Retry-After")).contains("60");
    clock.goOn(Duration.ofSeconds(61));
    assertThat(graph.get(EVENTS).status()).isEqualTo(200);
  }

  @Test
  void tooManyBytesStopWritesButNotReads() {
    set("{\"uploadBytesPerWindow\": 700}");
    graph.post(EVENTS, anEvent().toString());

    assertThat(graph.post(EVENTS, anEvent().toString()).status()).isEqualTo(429);
    assertThat(graph.get(EVENTS).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "concurrent-item-save, 503, ConcurrentItemSave, 1",
    "invalid-recipients-created, 400, ErrorInvalidRecipients, 1",
    "transient-412, 412, ErrorIrresolvableConflict, 0",
    "overlapping-write, 409, ErrorIrresolvableConflict, 0",
    "insufficient-claims, 401, InvalidAuthenticationToken, 0",
    "retry-after-date, 429, TooManyRequests, 0",
    "retry-after-list, 429, TooManyRequests, 0",
    "retry-after-absent, 429, TooManyRequests, 0",
    "nested-inner-error, 500, ErrorInternalServerError, 0",
    "unknown-error, 429, UnknownError, 0",
    "throttle, 429, ApplicationThrottled, 0",
    "expired-token, 401, InvalidAuthenticationToken, 0",
    "status-after, 500, ErrorInternalServerError, 1"
  })
  void aFaultIsWordedAsGraphDoes(String kind, int status, String code, int events) {
    fault("{\"kind\": \"" + kind + "\", \"method\": \"POST\", \"times\": 1}");

    Graph.Answer answer = graph.post(EVENTS, anEvent().toString());

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.header("request-id")).isPresent();
    assertThat(truth("mailbox=alice@contoso.example")).hasSize(events);
  }

  @Test
  void retryAfterComesInAllItsForms() {
    assertThat(faulty("retry-after-date").header("Retry-After").orElse("")).endsWith("GMT");
    assertThat(faulty("retry-after-list").header("Retry-After")).contains("31,120");
    assertThat(faulty("retry-after-absent").header("Retry-After")).isEmpty();
    assertThat(faulty("insufficient-claims").header("WWW-Authenticate").orElse(""))
        .contains("error=\"insufficient_claims\"", "claims=\"");
    assertThat(faulty("html-503").header("Content-Type")).contains("text/html");
    assertThat(faulty("empty-503").body()).isEmpty();
  }

  @Test
  void aDroppedConnectionMayLeaveAnEvent() {
    fault("{\"kind\": \"drop-after\", \"method\": \"POST\", \"times\": 1}");

    assertThatThrownBy(() -> graph.post(EVENTS, anEvent().toString()));

    assertThat(truth("mailbox=alice@contoso.example")).hasSize(1);
  }

  @Test
  void anEventMadeAgainWithoutATransactionIdShowsAsADuplicate() {
    EventRequest request = anEvent().without("transactionId");
    graph.post(EVENTS, request.toString());
    graph.post(EVENTS, request.toString());

    JsonNode duplicates = control.get("/_sim/journal/summary").json().path("duplicates");

    assertThat(duplicates.path(0).path("tag").stringValue()).isEqualTo(request.ref());
    assertThat(duplicates.path(0).path("ids")).hasSize(2);
  }

  @Test
  void theJournalSaysWhatACallDid() {
    EventRequest request = anEvent();
    graph.post(EVENTS, request.toString());

    JsonNode entry =
        control
            .get("/_sim/journal?method=POST&mailbox=alice@contoso.example")
            .json()
            .path("items")
            .path(0);

    assertThat(entry.path("effect").stringValue()).isEqualTo("created");
    assertThat(entry.path("tag").stringValue()).isEqualTo(request.ref());
    assertThat(entry.path("route").stringValue()).isEqualTo("/v1.0/users/{user}/events");
  }

  @Test
  void aTransactionIdStaysUsedAfterTheCancelUnlessTheSettingSaysOtherwise() {
    EventRequest request = anEvent();
    String id = graph.post(EVENTS, request.toString()).id();
    graph.post(EVENTS + "/" + id + "/cancel", "{}");

    assertThat(graph.post(EVENTS, request.toString()).code())
        .isEqualTo("ErrorDuplicateTransactionId");
    set("{\"transactionIdsForgotten\": true}");
    assertThat(graph.post(EVENTS, request.toString()).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "guest@contoso.example, MailboxNotEnabledForRESTAPI",
    "nobody@contoso.example, ErrorInvalidUser"
  })
  void whoHasNoMailboxCannotBeWrittenTo(String user, String code) {
    Graph.Answer answer =
        graph.post("/v1.0/users/" + Graph.encoded(user) + "/events", anEvent().toString());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "no body@contoso.example", "a@b", "a@@b.example", ""})
  void anAddressThatIsNoneIsRefused(String address) {
    Graph.Answer answer = graph.post(EVENTS, anEvent().inviting(address).toString());

    assertThat(answer.code()).isEqualTo("ErrorInvalidRecipients");
    assertThat(truth("mailbox=alice@contoso.example")).isEmpty();
  }

  @Test
  void anInvalidAddressMayLeaveAnEventWhereTheSettingSaysSo() {
    set("{\"invalidRecipientsStillCreate\": true}");

    Graph.Answer answer = graph.post(EVENTS, anEvent().inviting("nobody").toString());

    assertThat(answer.code()).isEqualTo("ErrorInvalidRecipients");
    assertThat(truth("mailbox=alice@contoso.example")).hasSize(1);
  }

  @Test
  void moreThan500AttendeesAreRefused() {
    String[] many = new String[501];
    for (int i = 0; i < many.length; i++) {
      many[i] = "p" + i + "@contoso.example";
    }

    assertThat(graph.post(EVENTS, anEvent().inviting(many).toString()).status()).isEqualTo(400);
  }

  @Test
  void anOnlineMeetingIsIgnoredOrStays() {
    JsonNode ignored =
        graph.post(EVENTS, anEvent().with("isOnlineMeeting", true).toString()).json();
    set("{\"onlineMeetings\": \"provisioned\"}");
    JsonNode made = graph.post(EVENTS, anEvent().with("isOnlineMeeting", true).toString()).json();
    JsonNode later =
        graph
            .patch(EVENTS + "/" + made.path("id").stringValue(), "{\"isOnlineMeeting\": false}")
            .json();

    assertThat(ignored.path("isOnlineMeeting").booleanValue()).isFalse();
    assertThat(made.path("onlineMeeting").path("joinUrl").stringValue()).startsWith("https://");
    assertThat(later.path("isOnlineMeeting").booleanValue()).isTrue();
    assertThat(control.get("/_sim/audit").json().path("onlineMeetingsAskedFor").intValue())
        .isEqualTo(2);
  }

  @Test
  void theNextPageMayBeOnAnotherHost() {
    set("{\"nextLinkOtherHost\": true, \"eventsPage\": 1}");
    graph.post(EVENTS, anEvent().toString());
    graph.post(EVENTS, anEvent().toString());

    String next = graph.get(EVENTS).json().path("@odata.nextLink").stringValue();

    assertThat(next).startsWith("http://127.0.0.1:");
    assertThat(graph.get(next).json().path("value")).hasSize(1);
  }

  @Test
  void theNextPageIsWhereAProxySaysThisServerIs() {
    set("{\"eventsPage\": 1}");
    graph.post(EVENTS, anEvent().toString());
    graph.post(EVENTS, anEvent().toString());

    JsonNode page =
        graph.get(EVENTS, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "graph.example").json();

    assertThat(page.path("@odata.nextLink").stringValue())
        .startsWith("https://graph.example/v1.0/users/alice%40contoso.example/events?");
  }

  @Test
  void aCalendarViewShowsEachOccurrence() {
    graph.post(
        EVENTS,
        anEvent()
            .withJson(
                "recurrence",
                """
                {"pattern": {"type": "weekly", "interval": 1, "daysOfWeek": ["monday", "wednesday"]},
                 "range": {"type": "noEnd", "startDate": "2027-03-01"}}
                """)
            .toString());

    JsonNode shown =
        graph
            .get(
                ALICE
                    + "/calendarView?startDateTime=2027-03-01T00:00:00Z"
                    + "&endDateTime=2027-03-15T00:00:00Z")
            .json()
            .path("value");

    assertThat(shown).hasSize(4);
    assertThat(shown.path(3).path("start").path("dateTime").stringValue())
        .isEqualTo("2027-03-10T09:00:00.0000000");
    assertThat(shown.path(3).path("type").stringValue()).isEqualTo("occurrence");
  }

  @Test
  void aScheduleShowsWhenSomebodyIsBusy() {
    graph.post(
        EVENTS, anEvent().at("2027-03-01T10:00:00", "2027-03-01T11:00:00", "UTC").toString());

    JsonNode schedule =
        graph
            .post(
                ALICE + "/calendar/getSchedule",
                """
                {"schedules": ["alice@contoso.example"], "availabilityViewInterval": 30,
                 "startTime": {"dateTime": "2027-03-01T09:00:00", "timeZone": "UTC"},
                 "endTime": {"dateTime": "2027-03-01T12:00:00", "timeZone": "UTC"}}
                """)
            .json()
            .path("value")
            .path(0);

    assertThat(schedule.path("availabilityView").stringValue()).isEqualTo("002200");
    assertThat(schedule.path("scheduleItems")).hasSize(1);
  }

  private String responseOf(String id) {
    return graph
        .get(EVENTS + "/" + id)
        .json()
        .path("attendees")
        .path(0)
        .path("status")
        .path("response")
        .stringValue();
  }

  private List<String> sent(EventRequest request) {
    List<String> sent = new ArrayList<>();
    outbox("ref=" + request.ref())
        .forEach(mail ->
            sent.add(mail.path("kind").stringValue() + " " + mail.path("to").stringValue()));
    return sent;
  }

  private static String attendees(String... addresses) {
    return "{\"attendees\": " + anEvent().inviting(addresses).json().path("attendees") + "}";
  }

  private Graph.Answer faulty(String kind) {
    fault("{\"kind\": \"" + kind + "\", \"times\": 1}");
    return graph.get(EVENTS);
  }

  private void fault(String json) {
    assertThat(control.post("/_sim/faults", json).status()).isEqualTo(201);
  }

  private void set(String json) {
    assertThat(control.put("/_sim/settings", json).status()).isEqualTo(200);
  }

  private JsonNode outbox(String query) {
    return control.get("/_sim/outbox?" + query).json().path("items");
  }

  private JsonNode truth(String query) {
    return control.get("/_sim/events?" + query).json().path("items");
  }
}
