package dev.convene.simulators.microsoft;

import static dev.convene.simulators.microsoft.EventRequest.PROPERTY;
import static dev.convene.simulators.microsoft.EventRequest.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What Graph's calendar is documented to do, asked of the simulator always, and of a real tenant
 * where {@code GRAPH_LIVE_TENANT}, {@code GRAPH_LIVE_CLIENT_ID}, {@code GRAPH_LIVE_CLIENT_SECRET}
 * and {@code GRAPH_LIVE_MAILBOX} are set. Nobody is invited, so no mail goes out; whatever a test
 * creates it deletes.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
class GraphContractIT {
  private final Graph graph;
  private final String owner;
  private final List<String> created = new ArrayList<>();

  GraphContractIT(GraphTarget target) {
    this.graph = target.graph();
    this.owner = target.owner();
  }

  static Stream<GraphTarget> targets() {
    return Stream.concat(
        Stream.of(GraphTarget.simulatorAsApplication(), GraphTarget.simulatorAsUser()),
        GraphTarget.live().stream());
  }

  @AfterEach
  void nothingIsLeftBehind() {
    created.forEach(id -> graph.delete(event(id)));
  }

  @Test
  void aCreateIsAnsweredWith201AndTheWholeEvent() {
    EventRequest request = anEvent();

    Graph.Answer answer = create(request);

    assertThat(answer.status()).isEqualTo(201);
    JsonNode event = answer.json();
    EventSchemaFile.assertFits(event);
    assertThat(event.path("id").stringValue()).isNotBlank();
    assertThat(event.path("iCalUId").stringValue()).isNotBlank();
    assertThat(event.path("@odata.etag").stringValue())
        .isEqualTo("W/\"" + event.path("changeKey").stringValue() + "\"");
    assertThat(event.path("subject").stringValue()).isEqualTo("Contract check");
    assertThat(event.path("type").stringValue()).isEqualTo("singleInstance");
    assertThat(event.path("isOrganizer").booleanValue()).isTrue();
    assertThat(event.path("responseStatus").path("response").stringValue()).isEqualTo("organizer");
    assertThat(event.path("transactionId")).isEqualTo(request.json().path("transactionId"));
    assertThat(event.path("webLink").stringValue()).startsWith("https://");
    assertThat(event.has("singleValueExtendedProperties")).isFalse();
  }

  @Test
  void timesComeInUtcWithSevenDigits() {
    JsonNode event = create(anEvent()).json();

    assertThat(event.path("start").path("dateTime").stringValue())
        .isEqualTo("2027-03-01T09:00:00.0000000");
    assertThat(event.path("start").path("timeZone").stringValue()).isEqualTo("UTC");
    assertThat(event.path("originalStartTimeZone").stringValue())
        .isEqualTo("W. Europe Standard Time");
  }

  @Test
  void timesComeInTheZoneThatTheCallerPrefers() {
    String id = create(anEvent()).id();

    Graph.Answer answer =
        graph.get(event(id), "Prefer", "outlook.timezone=\"Eastern Standard Time\"");

    assertThat(answer.json().path("start").path("dateTime").stringValue())
        .isEqualTo("2027-03-01T04:00:00.0000000");
    assertThat(answer.header("Preference-Applied").orElse("")).contains("outlook.timezone");
  }

  @Test
  void aPreferredZoneThatDoesNotExistIsRefused() {
    Graph.Answer answer =
        graph.get(owner + "/events?$top=1", "Prefer", "outlook.timezone=\"Middle Earth Time\"");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("TimeZoneNotSupportedException");
  }

  @Test
  void anHtmlBodyIsRewritten() {
    JsonNode body = create(anEvent()).json().path("body");

    assertThat(body.path("contentType").stringValue()).isEqualTo("html");
    assertThat(body.path("content").stringValue()).contains("<head>", "<meta", "Join\r\nhere");
  }

  @Test
  void whatWasCreatedCanBeRead() {
    JsonNode event = create(anEvent()).json();

    JsonNode read = graph.get(event(event.path("id").stringValue())).json();

    assertThat(read.path("subject")).isEqualTo(event.path("subject"));
    assertThat(read.path("iCalUId")).isEqualTo(event.path("iCalUId"));
  }

  @Test
  void anEventIsFoundByItsExtendedProperty() {
    EventRequest request = anEvent();
    String id = create(request).id();

    JsonNode found = byRef(PROPERTY, request.ref(), true);

    assertThat(found).hasSize(1);
    assertThat(found.path(0).path("id").stringValue()).isEqualTo(id);
    JsonNode property = found.path(0).path("singleValueExtendedProperties").path(0);
    assertThat(property.path("id").stringValue()).isEqualTo(PROPERTY);
    assertThat(property.path("value").stringValue()).isEqualTo(request.ref());
  }

  @Test
  void theCaseOfAnExtendedPropertysValueDoesNotMatterButThatOfItsNameDoes() {
    EventRequest request = anEvent();
    create(request);

    assertThat(byRef(PROPERTY, request.ref().toUpperCase(java.util.Locale.ROOT), false)).hasSize(1);
    assertThat(byRef(PROPERTY.replace("meetingRef", "MEETINGREF"), request.ref(), false)).isEmpty();
  }

  @Test
  void anExtendedPropertyThatIsNotExpandedDoesNotShow() {
    EventRequest request = anEvent();
    create(request);

    JsonNode found = byRef(PROPERTY, request.ref(), false);

    assertThat(found.path(0).has("singleValueExtendedProperties")).isFalse();
  }

  @Test
  void anEventIsFoundByItsICalUid() {
    JsonNode event = create(anEvent()).json();

    Graph.Answer answer =
        graph.get(
            owner
                + "/events?$filter="
                + Graph.encoded("iCalUId eq '" + event.path("iCalUId").stringValue() + "'"));

    assertThat(answer.json().path("value").path(0).path("id")).isEqualTo(event.path("id"));
  }

  @Test
  void theSameTransactionIdAndContentGivesTheSameEventAgain() {
    EventRequest request = anEvent();
    Graph.Answer first = create(request);

    Graph.Answer second = create(request);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(byRef(PROPERTY, request.ref(), false)).hasSize(1);
  }

  @Test
  void theSameTransactionIdWithOtherContentIsRefusedAndNamesTheEvent() {
    EventRequest request = anEvent();
    String id = create(request).id();

    Graph.Answer answer = create(request.with("subject", "Something else"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("ErrorDuplicateTransactionId");
    assertThat(answer.json().path("error").path("@event.existingEventId").stringValue())
        .isEqualTo(id);
  }

  @Test
  void equalCreatesAtTheSameTimeMakeOneEvent() {
    EventRequest request = anEvent();
    List<CompletableFuture<Graph.Answer>> sent =
        IntStream.range(0, 4)
            .mapToObj(_ -> graph.sendAsync("POST", owner + "/events", request.toString()))
            .toList();

    List<Graph.Answer> answers = sent.stream().map(CompletableFuture::join).toList();
    answers.forEach(this::remember);

    assertThat(byRef(PROPERTY, request.ref(), false)).hasSize(1);
    assertThat(answers.stream().filter(one -> one.status() == 201).map(Graph.Answer::id).distinct())
        .hasSize(1);
  }

  @Test
  void aPatchChangesWhatItNamesAndKeepsTheRest() {
    JsonNode event = create(anEvent().with("importance", "high")).json();
    String id = event.path("id").stringValue();

    Graph.Answer answer = graph.patch(event(id), "{\"subject\": \"Another subject\"}");

    assertThat(answer.status()).isEqualTo(200);
    JsonNode after = answer.json();
    assertThat(after.path("subject").stringValue()).isEqualTo("Another subject");
    assertThat(after.path("importance").stringValue()).isEqualTo("high");
    assertThat(after.path("start")).isEqualTo(event.path("start"));
    assertThat(after.path("changeKey")).isNotEqualTo(event.path("changeKey"));
  }

  @Test
  void aPatchCannotChangeTheTransactionId() {
    String id = create(anEvent()).id();

    Graph.Answer answer =
        graph.patch(event(id), "{\"transactionId\": \"" + UUID.randomUUID() + "\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("ErrorInvalidRequest");
  }

  @Test
  void aPatchForAnotherVersionIsRefused() {
    String id = create(anEvent()).id();

    Graph.Answer answer =
        graph.patch(
            event(id),
            "{\"subject\": \"Late\"}",
            "If-Match",
            "W/\"EZ9r3czxY0m2jz8c45czkwAAFXcvIw==\"");

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.code()).isEqualTo("ErrorIrresolvableConflict");
  }

  @Test
  void aCancelledEventIsGoneByItsOrdinaryId() {
    String id = create(anEvent()).id();

    Graph.Answer answer = graph.post(event(id) + "/cancel", "{\"Comment\": \"Not needed\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
    assertThat(graph.get(event(id)).status()).isEqualTo(404);
    Graph.Answer again = graph.post(event(id) + "/cancel", "{\"Comment\": \"Not needed\"}");
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.code()).isEqualTo("ErrorItemNotFound");
  }

  @Test
  void aDeletedEventIsGone() {
    String id = create(anEvent()).id();

    assertThat(graph.delete(event(id)).status()).isEqualTo(204);

    Graph.Answer again = graph.delete(event(id));
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.code()).isEqualTo("ErrorItemNotFound");
  }

  @Test
  void anImmutableIdIsGivenWhereItIsPreferred() {
    EventRequest request = anEvent();
    Graph.Answer answer =
        graph.post(owner + "/events", request.toString(), "Prefer", "IdType=\"ImmutableId\"");
    remember(answer);

    assertThat(answer.id()).isNotEqualTo(graph.get(event(answer.id())).id());
    assertThat(graph.get(event(answer.id()), "Prefer", "IdType=\"ImmutableId\"").id())
        .isEqualTo(answer.id());
  }

  @Test
  void anIdThatIsNoneIsRefused() {
    Graph.Answer answer = graph.get(event("not-an-id"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("ErrorInvalidIdMalformed");
  }

  @Test
  void anEndBeforeTheStartIsRefused() {
    assertRefused(
        anEvent().at("2027-03-01T11:00:00", "2027-03-01T10:00:00", "UTC"),
        "ErrorPropertyValidationFailure");
  }

  @Test
  void aZoneThatGraphDoesNotKnowIsRefused() {
    assertRefused(
        anEvent().at("2027-03-01T10:00:00", "2027-03-01T11:00:00", "Greenwich Mean Time"),
        "TimeZoneNotSupportedException");
  }

  @Test
  void aPropertyThatDoesNotExistIsRefused() {
    assertThat(create(anEvent().with("colour", "red")).status()).isEqualTo(400);
  }

  @Test
  void aWordThatIsNotAllowedIsRefused() {
    assertThat(create(anEvent().with("importance", "tremendous")).status()).isEqualTo(400);
  }

  @Test
  void wordsMayBeWrittenInAnyCase() {
    JsonNode event = create(anEvent().with("importance", "HIGH")).json();

    assertThat(event.path("importance").stringValue()).isEqualTo("high");
  }

  @Test
  void aSeriesMustStartOnItsFirstDay() {
    assertThat(
            create(
                    anEvent()
                        .withJson(
                            "recurrence",
                            """
                            {"pattern": {"type": "daily", "interval": 1},
                             "range": {"type": "numbered", "startDate": "2027-03-02",
                                       "numberOfOccurrences": 3}}
                            """))
                .status())
        .isEqualTo(400);
  }

  @Test
  void aSeriesIsASeriesMaster() {
    JsonNode event =
        create(
                anEvent()
                    .withJson(
                        "recurrence",
                        """
                        {"pattern": {"type": "weekly", "interval": 1, "daysOfWeek": ["Monday"]},
                         "range": {"type": "endDate", "startDate": "2027-03-01",
                                   "endDate": "2027-04-01"}}
                        """))
            .json();

    assertThat(event.path("type").stringValue()).isEqualTo("seriesMaster");
    assertThat(event.path("recurrence").path("pattern").path("daysOfWeek").path(0).stringValue())
        .isEqualTo("monday");
  }

  @Test
  void aFilterThatIsNotSupportedIsRefused() {
    Graph.Answer answer =
        graph.get(owner + "/events?$filter=" + Graph.encoded("transactionId eq 'x'"));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void pagesFollowOneAnother() {
    String subject = "Page " + UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      create(anEvent().with("subject", subject));
    }

    Graph.Answer first =
        graph.get(
            owner + "/events?$top=2&$filter=" + Graph.encoded("subject eq '" + subject + "'"));
    Graph.Answer second = graph.get(first.json().path("@odata.nextLink").stringValue());

    assertThat(first.json().path("value")).hasSize(2);
    assertThat(first.json().path("@odata.nextLink").stringValue()).startsWith("http");
    assertThat(second.json().path("value")).hasSize(1);
    assertThat(second.json().has("@odata.nextLink")).isFalse();
  }

  @Test
  void onlyWhatIsSelectedComes() {
    String id = create(anEvent()).id();

    JsonNode event = graph.get(event(id) + "?$select=subject,start").json();

    assertThat(event.propertyNames().stream().filter(name -> !name.startsWith("@")))
        .containsExactlyInAnyOrder("id", "subject", "start");
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    Graph.Answer answer = new Graph(graph.base(), "").get(owner + "/events");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("InvalidAuthenticationToken");
    assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
  }

  @Test
  void everyAnswerNamesItsRequest() {
    String mine = UUID.randomUUID().toString();

    Graph.Answer answer = graph.get(event("not-an-id"), "client-request-id", mine);

    assertThat(answer.header("client-request-id")).contains(mine);
    assertThat(answer.header("request-id")).isPresent();
    JsonNode inner = answer.json().path("error").path("innerError");
    assertThat(inner.path("client-request-id").stringValue()).isEqualTo(mine);
    assertThat(inner.path("request-id").stringValue())
        .isEqualTo(answer.header("request-id").orElse(""));
    assertThat(inner.path("date").stringValue())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
  }

  @Test
  void aSegmentThatDoesNotExistIsRefused() {
    Graph.Answer answer = graph.get(owner + "/eventz");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("BadRequest");
    assertThat(answer.message()).contains("eventz");
  }

  @Test
  void theDefaultCalendarCanBeEdited() {
    JsonNode calendar = graph.get(owner + "/calendar").json();

    assertThat(calendar.path("canEdit").booleanValue()).isTrue();
    assertThat(calendar.path("isDefaultCalendar").booleanValue()).isTrue();
  }

  @Test
  void schedulesAreLimitedToTwentyAddresses() {
    String many =
        IntStream.range(0, 21)
            .mapToObj(i -> "\"nobody" + i + "@contoso.example\"")
            .collect(java.util.stream.Collectors.joining(","));

    assertThat(schedule(many, "2027-03-02T00:00:00").status()).isEqualTo(400);
  }

  @Test
  void schedulesAreLimitedTo62Days() {
    Graph.Answer answer = schedule("\"nobody@contoso.example\"", "2027-05-03T00:00:00");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("ErrorTimeIntervalTooBig");
  }

  @Test
  void anUnknownAddressIsAnErrorWithinTheSchedule() {
    Graph.Answer answer = schedule("\"nobody-at-all@contoso.example\"", "2027-03-02T00:00:00");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("value").path(0).path("error").path("responseCode").asString(""))
        .isEqualTo("5016");
  }

  @Test
  void aBatchAnswersEachStep() {
    String path = owner.substring("/v1.0".length()) + "/events";
    Graph.Answer answer =
        graph.post(
            "/v1.0/$batch",
            """
            {"requests": [
              {"id": "1", "method": "GET", "url": "%s?$top=1"},
              {"id": "2", "method": "GET", "url": "%s/not-an-id"}]}
            """
                .formatted(path, path));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(step(answer, "1").path("status").intValue()).isEqualTo(200);
    assertThat(step(answer, "2").path("status").intValue()).isEqualTo(400);
    assertThat(step(answer, "2").path("body").path("error").path("code").stringValue())
        .isEqualTo("ErrorInvalidIdMalformed");
  }

  @Test
  void aStepWhoseDependencyFailedFails() {
    String path = owner.substring("/v1.0".length()) + "/events";
    Graph.Answer answer =
        graph.post(
            "/v1.0/$batch",
            """
            {"requests": [
              {"id": "1", "method": "GET", "url": "%s/not-an-id"},
              {"id": "2", "method": "GET", "url": "%s?$top=1", "dependsOn": ["1"]}]}
            """
                .formatted(path, path));

    assertThat(step(answer, "2").path("status").intValue()).isEqualTo(424);
  }

  @Test
  void aBatchHasTwentyStepsAtMostAndNoIdTwice() {
    assertThat(graph.post("/v1.0/$batch", batch(21, true)).status()).isEqualTo(400);
    assertThat(graph.post("/v1.0/$batch", batch(2, false)).status()).isEqualTo(400);
  }

  private String batch(int steps, boolean unique) {
    String path = owner.substring("/v1.0".length()) + "/events?$top=1";
    return IntStream.range(0, steps)
        .mapToObj(i ->
            "{\"id\": \"%d\", \"method\": \"GET\", \"url\": \"%s\"}"
                .formatted(unique ? i : 0, path))
        .collect(java.util.stream.Collectors.joining(",", "{\"requests\": [", "]}"));
  }

  private static JsonNode step(Graph.Answer answer, String id) {
    for (JsonNode step : answer.json().path("responses")) {
      if (step.path("id").asString("").equals(id)) {
        return step;
      }
    }
    throw new AssertionError("no step " + id + " in " + answer.body());
  }

  private Graph.Answer schedule(String addresses, String end) {
    return graph.post(
        owner + "/calendar/getSchedule",
        """
        {"schedules": [%s], "availabilityViewInterval": 60,
         "startTime": {"dateTime": "2027-03-01T00:00:00", "timeZone": "UTC"},
         "endTime": {"dateTime": "%s", "timeZone": "UTC"}}
        """
            .formatted(addresses, end));
  }

  private void assertRefused(EventRequest request, String code) {
    Graph.Answer answer = create(request);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }

  private JsonNode byRef(String property, String ref, boolean expand) {
    String filter =
        "singleValueExtendedProperties/Any(ep: ep/id eq '%s' and ep/value eq '%s')"
            .formatted(property, ref);
    String expansion =
        expand
            ? "&$expand="
                + Graph.encoded("singleValueExtendedProperties($filter=id eq '" + property + "')")
            : "";
    return graph
        .get(owner + "/events?$filter=" + Graph.encoded(filter) + expansion)
        .json()
        .path("value");
  }

  private Graph.Answer create(EventRequest request) {
    Graph.Answer answer = graph.post(owner + "/events", request.toString());
    remember(answer);
    return answer;
  }

  private void remember(Graph.Answer answer) {
    if (answer.status() == 201) {
      created.add(answer.id());
    }
  }

  private String event(String id) {
    return owner + "/events/" + Graph.encoded(id);
  }
}
