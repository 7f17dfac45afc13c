package dev.convene.simulators.microsoft.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.EventSchemaFile;
import dev.convene.simulators.microsoft.odata.Refused;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventSchemaTest {
  @Test
  void theTypesAndPropertiesAreThoseOfTheMetadata() {
    for (Map.Entry<String, JsonNode> type : EventSchemaFile.types().properties()) {
      assertThat(EventSchema.types().get(type.getKey()))
          .as(type.getKey())
          .containsOnlyKeys(type.getValue().path("properties").propertyNames());
    }
    assertThat(EventSchema.types()).containsOnlyKeys(EventSchemaFile.types().propertyNames());
  }

  @Test
  void theWordsAreThoseOfTheMetadata() {
    JsonNode words =
        EventSchemaFile.types().path("event").path("properties").path("showAs").path("enum");

    for (JsonNode word : words) {
      assertThat(
              checked("{\"showAs\": \"" + word.stringValue().toUpperCase(Locale.ROOT) + "\"}")
                  .path("showAs"))
          .isEqualTo(word);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"subject\": 5}",
        "{\"isAllDay\": \"yes\"}",
        "{\"reminderMinutesBeforeStart\": \"15\"}",
        "{\"importance\": \"tremendous\"}",
        "{\"attendees\": {}}",
        "{\"attendees\": [\"bob\"]}",
        "{\"body\": \"text\"}",
        "{\"recurrence\": {\"range\": {\"startDate\": \"01.03.2027\"}}}",
        "{\"recurrence\": {\"range\": {\"startDate\": \"2027-02-30\"}}}",
        "{\"recurrence\": null}"
      })
  void aValueOfAnotherTypeIsRefused(String json) {
    assertThatThrownBy(() -> checked(json))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("UnableToDeserializePostBody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"colour\": \"red\"}",
        "{\"attendees\": [{\"mail\": \"bob@contoso.example\"}]}",
        "{\"body\": {\"html\": \"\"}}"
      })
  void anUnknownPropertyIsRefusedWhereverItStands(String json) {
    assertThatThrownBy(() -> checked(json))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("RequestBodyRead");
  }

  @Test
  void nullsAreTakenInAChange() {
    ObjectNode body = (ObjectNode) Json.MAPPER.readTree("{\"recurrence\": null}");

    assertThat(EventSchema.checked(body, true).path("recurrence").isNull()).isTrue();
  }

  @Test
  void annotationsAndOrderDoNotMakeRequestsDiffer() {
    String one =
        "{\"@odata.type\": \"#microsoft.graph.event\", \"subject\": \"a\", \"showAs\": \"BUSY\"}";
    String other = "{\"showAs\": \"busy\", \"subject\": \"a\", \"transactionId\": \"t\"}";

    assertThat(Canonical.digest(checked(one))).isEqualTo(Canonical.digest(checked(other)));
    assertThat(Canonical.digest(checked("{\"subject\": \"b\"}")))
        .isNotEqualTo(Canonical.digest(checked("{\"subject\": \"a\"}")));
  }

  private static ObjectNode checked(String json) {
    return EventSchema.checked((ObjectNode) Json.MAPPER.readTree(json), false);
  }
}
