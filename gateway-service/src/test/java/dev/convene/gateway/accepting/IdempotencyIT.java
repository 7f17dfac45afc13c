package dev.convene.gateway.accepting;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

  private final Api api = new Api(Servers.gateway());
  private final String key = UUID.randomUUID().toString();
  private final Map<String, Object> request = aMeeting();

  @Test
  void tenEqualRequestsAtOnceAreOneMeetingWithTenEqualAnswers() {
    List<CompletableFuture<HttpResponse<String>>> sent =
        IntStream.range(0, 10)
            .mapToObj(_ -> api.postSoon(request, "Idempotency-Key", key))
            .toList();

    List<HttpResponse<String>> answers = sent.stream().map(CompletableFuture::join).toList();

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(answers.stream().map(answer -> answer.headers().map().get("Location")).distinct())
        .hasSize(1);
    assertThat(rowsWithKey()).isEqualTo("1");
    String id = Api.json(answers.getFirst()).get("id").stringValue();
    Topic commands = new Topic(Servers.broker(), Topics.SCHEDULING_COMMANDS);
    await().untilAsserted(() -> assertThat(commands.about(id)).hasSize(1));
  }

  @Test
  void theSameMeaningInOtherWordsIsTheSameRequest() {
    HttpResponse<String> first = api.post(request, "Idempotency-Key", key);
    Map<String, Object> otherWords = new LinkedHashMap<>(request).reversed();
    otherWords.put("host", "ADA@Example.com");
    otherWords.put("reminderMinutes", null);

    HttpResponse<String> second = api.post(otherWords, "Idempotency-Key", key);

    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void aKeyUsedAgainForAnotherRequestIsRefused() {
    api.post(request, "Idempotency-Key", key);
    request.put("title", "Something else");

    HttpResponse<String> answer = api.post(request, "Idempotency-Key", key);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Api.json(answer).get("type").stringValue())
        .isEqualTo("urn:convene:problem:idempotency-key-reused");
    assertThat(rowsWithKey()).isEqualTo("1");
  }

  @Test
  void withoutAKeyEachRequestStandsForItself() {
    assertThat(api.schedule(request)).isNotEqualTo(api.schedule(request));
  }

  @Test
  void manyRequestsAtOnceEachGetTheirOwnAnswer() {
    List<CompletableFuture<HttpResponse<String>>> sent =
        IntStream.range(0, 500)
            .mapToObj(i -> api.postSoon(request, "Idempotency-Key", key + "-" + i % 250))
            .toList();

    List<String> bodies = sent.stream().map(answer -> answer.join().body()).toList();

    assertThat(bodies.stream().distinct()).hasSize(250);
    assertThat(IntStream.range(0, 250)).allMatch(i -> bodies.get(i).equals(bodies.get(i + 250)));
  }

  private String rowsWithKey() {
    return Servers.database()
        .ask("select count(*) from meeting where idempotency_key = '" + key + "'");
  }
}
