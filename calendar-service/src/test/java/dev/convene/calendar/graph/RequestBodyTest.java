package dev.convene.calendar.graph;

import static dev.convene.calendar.graph.CannedGraph.error;
import static dev.convene.calendar.invitation.Samples.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.models.Event;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import dev.convene.calendar.invitation.Invitation;
import dev.convene.calendar.invitation.Sending;
import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.defaults.messaging.JsonDefaults;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RequestBodyTest {

  private static final String CREATED =
      "{\"id\":\"AAMkEvent=\",\"webLink\":\"https://outlook.example/1\"}";

  private final CannedGraph graph = new CannedGraph();
  private final Invitation invitation = aMeeting().invitation();

  private JsonNode sent() {
    graph.answering(201, CREATED);
    assertThat(graph.invitations().send(invitation)).isInstanceOf(Sending.Sent.class);
    return JsonDefaults.mapper().readTree(graph.bodies.getLast());
  }

  @Test
  void everythingGoesOutAndNothingElse() {
    JsonNode body = sent();
    assertThat(body.propertyNames())
        .containsExactlyInAnyOrder(
            "@odata.type",
            "subject",
            "body",
            "start",
            "end",
            "location",
            "attendees",
            "transactionId",
            "singleValueExtendedProperties",
            "allowNewTimeProposals",
            "isReminderOn",
            "reminderMinutesBeforeStart");
    assertThat(body.at("/start/dateTime").asString()).isEqualTo("2026-12-01T10:00:00");
    assertThat(body.at("/start/timeZone").asString()).isEqualTo("W. Europe Standard Time");
    assertThat(body.at("/body/contentType").asString()).isEqualTo("html");
    assertThat(body.at("/body/content").asString()).isEqualTo(invitation.html());
    assertThat(body.at("/attendees/0/emailAddress/name").asString()).isEqualTo("Carol Chen");
    assertThat(body.at("/attendees/1/type").asString()).isEqualTo("optional");
    assertThat(body.at("/attendees/2/type").asString()).isEqualTo("resource");
    assertThat(body.path("allowNewTimeProposals").asBoolean(true)).isFalse();
    assertThat(body.path("transactionId").asString())
        .isEqualTo(invitation.transactionId().toString());
    assertThat(body.at("/singleValueExtendedProperties/0/id").asString())
        .isEqualTo("String {5b0a3c1e-7a0d-4b1f-9c52-6f4d2a8e9b17} Name meetingRef");
    assertThat(body.at("/singleValueExtendedProperties/0/value").asString())
        .isEqualTo(invitation.meetingId().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=DAILY;INTERVAL=2;COUNT=9 | {"type":"daily","interval":2} | "type":"numbered","numberOfOccurrences":9
          FREQ=WEEKLY;BYDAY=TU,TH | {"type":"weekly","interval":1,"daysOfWeek":["tuesday","thursday"],"firstDayOfWeek":"monday"} | "type":"noEnd"
          FREQ=MONTHLY;BYMONTHDAY=1 | {"type":"absoluteMonthly","interval":1,"dayOfMonth":1} | "type":"noEnd"
          FREQ=MONTHLY;BYDAY=1TU | {"type":"relativeMonthly","interval":1,"daysOfWeek":["tuesday"],"index":"first"} | "type":"noEnd"
          FREQ=MONTHLY;BYDAY=-1TU;UNTIL=20270105T233000Z | {"type":"relativeMonthly","interval":1,"daysOfWeek":["tuesday"],"index":"last"} | "type":"endDate","endDate":"2027-01-06"
          FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1 | {"type":"absoluteYearly","interval":1,"dayOfMonth":1,"month":12} | "type":"noEnd"
          FREQ=YEARLY;BYMONTH=12;BYDAY=2TU | {"type":"relativeYearly","interval":1,"daysOfWeek":["tuesday"],"index":"second","month":12} | "type":"noEnd"
          """)
  void aSeriesSaysItsPatternAndRangeInTheHostsZone(String rule, String pattern, String range) {
    graph.answering(201, CREATED);
    graph.invitations().send(aMeeting().repeatedBy(rule).invitation());
    JsonNode recurrence = JsonDefaults.mapper().readTree(graph.bodies.getLast()).path("recurrence");
    assertThat(recurrence.propertyNames()).containsExactly("pattern", "range");
    assertThat(recurrence.path("pattern")).isEqualTo(JsonDefaults.mapper().readTree(pattern));
    assertThat(recurrence.path("range"))
        .isEqualTo(
            JsonDefaults.mapper()
                .readTree(
                    "{\"startDate\":\"2026-12-01\",\"recurrenceTimeZone\":\"W. Europe Standard Time\","
                        + range
                        + "}"));
  }

  @Test
  void whatIsAbsentIsLeftOutRatherThanNull() {
    graph.answering(201, CREATED);
    var sparse =
        aMeeting()
            .withoutReminder()
            .inviting(new Attendee("dave@contoso.example", null, AttendeeType.REQUIRED))
            .invitation();
    graph.invitations().send(sparse);
    assertThat(graph.bodies.getLast()).doesNotContain("null", "reminder", "Reminder", "\"name\"");
  }

  @Test
  void theHeadersAskForImmutableIdsAndNameEachCall() {
    sent();
    sent();
    assertThat(graph.requests)
        .allSatisfy(request -> {
          assertThat(request.url().toString())
              .isEqualTo("https://graph.example/v1.0/users/bob%40contoso.example/events");
          assertThat(request.headers("Prefer")).containsExactly("IdType=\"ImmutableId\"");
          assertThat(request.header("Authorization")).isEqualTo("Bearer a-token");
        })
        .extracting(request -> request.header("client-request-id"))
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  void aSecondAttemptSendsTheSameCompleteBody() {
    graph.answering(503, error("ServiceUnavailable")).answering(201, CREATED);
    GraphInvitations invitations = graph.invitations();
    assertThat(invitations.send(invitation)).isInstanceOf(Sending.Unknown.class);
    assertThat(invitations.send(invitation)).isInstanceOf(Sending.Sent.class);
    assertThat(graph.bodies.get(1)).isEqualTo(graph.bodies.get(0)).contains(invitation.subject());
  }

  /** The reason for {@link EventModels}: retrying with one model would make a blank event. */
  @Test
  void aModelThatIsSentAgainIsEmpty() {
    graph.answering(503, error("ServiceUnavailable")).answering(201, CREATED);
    Event model = EventModels.of(invitation);
    GraphCalls calls = graph.calls();
    for (int attempt = 0; attempt < 2; attempt++) {
      calls.call(
          Passes.given(() -> "a-token"),
          "create",
          "bob@contoso.example",
          client -> post(client, model));
    }
    assertThat(graph.bodies).isEqualTo(List.of(graph.bodies.getFirst(), "{}"));
  }

  private static Event post(GraphServiceClient client, Event model) {
    return client.users().byUserId("bob@contoso.example").events().post(model);
  }
}
