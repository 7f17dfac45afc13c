package dev.convene.calendar.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.defaults.messaging.JsonDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreatedEventsTest {

  private final CreatedEvents createdEvents = new CreatedEvents(JsonDefaults.mapper());

  @Test
  void onlyWhatWeReadIsLeftOfAnEvent() {
    String event =
        """
        {"@odata.context": "x", "id": "AAMk=", "isCancelled": false,
         "body": {"id": "not this one", "content": "<p>hello</p>"},
         "attendees": [{"emailAddress": {"address": "alice@contoso.example"}}],
         "webLink": "https://outlook.example/?itemid=1", "iCalUId": "0400"}
        """;

    assertThat(whatWeRead(event))
        .isEqualTo(
            "{\"id\":\"AAMk=\",\"isCancelled\":false,"
                + "\"webLink\":\"https://outlook.example/?itemid=1\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>", "[]", "{\"id\": \"AAMk=\"", "{\"id\": \"AAMk=\", nonsense}"})
  void whatIsNoEventStaysAsItIs(String answer) {
    assertThat(whatWeRead(answer)).isEqualTo(answer);
  }

  private String whatWeRead(String answer) {
    return new String(createdEvents.whatWeRead(answer.getBytes(UTF_8)), UTF_8);
  }
}
