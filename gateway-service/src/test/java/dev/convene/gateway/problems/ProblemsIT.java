package dev.convene.gateway.problems;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Servers;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemsIT {

  private static final String MEETINGS = "/api/v1/meetings";

  private final Api api = new Api(Servers.gateway());

  private void assertProblem(HttpResponse<String> answer, int status, String name) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Api.json(answer).get("type").stringValue()).isEqualTo("urn:convene:problem:" + name);
    assertThat(Api.json(answer).get("status").intValue()).isEqualTo(status);
    assertThat(Api.json(answer).get("detail").stringValue()).isNotBlank();
  }

  private HttpRequest.Builder json() {
    return api.request(MEETINGS).header("Content-Type", "application/json");
  }

  @Test
  void anInvalidRequestIsRefusedAndNothingIsStored() {
    String before = Servers.database().ask("select count(*) from meeting");
    Map<String, Object> request = aMeeting();
    request.put("titel", request.remove("title"));
    request.put("start", "2020-01-01T10:00");

    HttpResponse<String> answer = api.post(request);

    assertProblem(answer, 400, "invalid-request");
    assertThat(Api.json(answer).get("errors").findValuesAsString("code"))
        .contains("unknown-field", "required", "in-the-past");
    assertThat(Servers.database().ask("select count(*) from meeting")).isEqualTo(before);
  }

  @Test
  void malformedJsonIsRefusedWithItsPlace() {
    HttpResponse<String> answer = api.post("{\n  \"title\": x}");

    assertProblem(answer, 400, "malformed-json");
    assertThat(Api.json(answer).get("detail").stringValue()).startsWith("Line 2, column ");
    assertProblem(api.post(""), 400, "malformed-json");
  }

  @Test
  void anUnusableIdempotencyKeyIsRefused() {
    HttpResponse<String> answer = api.post(aMeeting(), "Idempotency-Key", "k".repeat(256));

    assertProblem(answer, 400, "invalid-request");
    assertThat(Api.json(answer).at("/errors/0/header").stringValue()).isEqualTo("Idempotency-Key");
  }

  @Test
  void aBodyOverTheLimitIsRefusedWithALengthAndInChunks() {
    byte[] tooLarge = new byte[256 * 1024 + 1];
    HttpRequest withLength = json().POST(BodyPublishers.ofByteArray(tooLarge)).build();
    HttpRequest inChunks =
        json().POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge))).build();

    assertProblem(api.send(withLength), 413, "body-too-large");
    assertProblem(api.send(inChunks), 413, "body-too-large");
    assertProblem(
        api.send(json().POST(BodyPublishers.ofByteArray(new byte[256 * 1024])).build()),
        400,
        "malformed-json");
  }

  @Test
  void whatTheFrameworkRefusesIsAProblemToo() {
    assertProblem(api.get("/api/v1/nothing"), 404, "not-found");
    assertProblem(api.send(api.request(MEETINGS).DELETE().build()), 405, "method-not-allowed");
    assertProblem(api.get(MEETINGS, "Accept", "text/csv"), 406, "not-acceptable");
    HttpRequest xml =
        api.request(MEETINGS)
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofString("<a/>"))
            .build();
    assertProblem(api.send(xml), 415, "unsupported-media-type");
    HttpResponse<String> untyped =
        api.send(api.request(MEETINGS).POST(BodyPublishers.ofString("{}")).build());
    assertProblem(untyped, 415, "unsupported-media-type");
  }

  @Test
  void aMeetingThatIsNotThereIsNotFound() {
    String nobodys = "/api/v1/meetings/01900000-0000-7000-8000-000000000000";
    assertProblem(api.get(nobodys), 404, "meeting-not-found");
    assertProblem(api.get("/api/v1/meetings/1"), 404, "meeting-not-found");
    assertProblem(api.get(nobodys + "/events"), 404, "meeting-not-found");
  }

  @Test
  void aListQueryThatCannotBeUnderstoodIsRefused() {
    HttpResponse<String> answer = api.get(MEETINGS + "?stauts=FAILED&limit=1000");

    assertProblem(answer, 400, "invalid-request");
    assertThat(Api.json(answer).get("errors").findValuesAsString("parameter"))
        .containsExactlyInAnyOrder("stauts", "limit");
  }
}
