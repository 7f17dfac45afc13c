package dev.convene.gateway.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.progress.MeetingStatus;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Requests;
import dev.convene.gateway.servers.Servers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description, compared with what the service does. */
class DocumentationIT {

  private final Api api = new Api(Servers.gateway());
  private final JsonNode description = Api.json(api.get("/v3/api-docs"));

  @Test
  void everyOperationIsDescribedWithItsAnswersAndProblems() {
    assertThat(description.get("paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/api/v1/meetings",
            "/api/v1/meetings/preview",
            "/api/v1/meetings/{id}",
            "/api/v1/meetings/{id}/cancel",
            "/api/v1/meetings/{id}/events",
            "/api/v1/me",
            "/api/v1/operations/parked",
            "/api/v1/operations/parked/retry",
            "/api/v1/operations/parked/abandon",
            "/api/v1/operations/parked/{meetingId}/retry",
            "/api/v1/operations/parked/{meetingId}/abandon",
            "/api/v1/operations/summary",
            "/api/v1/operations/pause",
            "/api/v1/operations/resume",
            "/api/v1/operations/pauses",
            "/api/v1/operations/actions",
            "/api/v1/operations/dead-letters",
            "/api/v1/operations/dead-letters/{id}",
            "/api/v1/operations/dead-letters/{id}/replay",
            "/api/v1/operations/dead-letters/replay");
    assertThat(description.at("/paths/~1api~1v1~1meetings/post/responses").propertyNames())
        .containsExactlyInAnyOrder(
            "202", "400", "401", "403", "408", "413", "415", "422", "429", "503");
    assertThat(description.at("/components/responses").propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemType.values()).map(ProblemType::typeName).toList());
    assertThat(description.at("/components/schemas/Problem/properties").propertyNames())
        .containsExactlyInAnyOrder("type", "title", "status", "detail", "errors");
    assertThat(description.at("/components/schemas/MeetingDetails/properties/recurrence/type"))
        .hasToString("\"string\"");
    assertThat(description.toString()).contains(MeetingStatus.NEEDS_ATTENTION.name());
  }

  @Test
  void everyOperationSaysWhichScopesOpenIt() {
    assertThat(
            description
                .at("/paths/~1api~1v1~1meetings~1{id}/get/security")
                .valueStream()
                .filter(choice -> choice.has("systems")))
        .extracting(choice -> choice.at("/systems/0").stringValue())
        .containsExactlyInAnyOrder("meetings.read", "operations.read");
    assertThat(description.get("paths").valueStream().flatMap(JsonNode::valueStream))
        .allMatch(operation -> operation.has("security"));
    assertThat(
            description
                .at("/components/securitySchemes/systems/flows/clientCredentials/tokenUrl")
                .stringValue())
        .isEqualTo(Issuer.shared().url() + "/oauth2/token");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    collectReferences(description, references);

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(reference ->
            assertThat(description.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
  }

  private static void collectReferences(JsonNode node, List<String> references) {
    if (node.isObject() && node.has("$ref")) {
      references.add(node.get("$ref").stringValue());
    }
    node.forEach(child -> collectReferences(child, references));
  }

  @Test
  void theExampleInTheDescriptionIsAccepted() {
    JsonNode properties = description.at("/components/schemas/MeetingRequest/properties");
    Map<String, Object> example = Requests.aMeeting();
    example.clear();
    properties
        .properties()
        .forEach(property -> {
          if (property.getValue().has("example")) {
            example.put(property.getKey(), property.getValue().get("example"));
          }
        });
    example.put("start", "2030-03-01T10:00");
    example.put("end", "2030-03-01T11:00");

    assertThat(example).containsKeys("title", "host", "timeZone", "reminderMinutes");
    assertThat(api.schedule(example)).isNotNull();
  }

  @Test
  void theUserInterfaceIsServed() {
    assertThat(api.get("/swagger-ui.html").statusCode()).isIn(200, 302);
    assertThat(api.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
  }
}
