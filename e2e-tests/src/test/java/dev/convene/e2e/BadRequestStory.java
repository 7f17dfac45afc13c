package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@EndToEnd
class BadRequestStory {

  private final Convene convene;

  BadRequestStory(Convene convene) {
    this.convene = convene;
  }

  @Test
  void allThatIsWrongWithARequestIsSaidAtOnceAndNothingIsDone() {
    String host = convene.newMailbox("host");
    MeetingRequest request =
        aMeetingRequest()
            .hostedBy(host)
            .titled("")
            .inviting("nobody")
            .with(json -> json.put("start", "2020-01-01T10:00:00").put("colour", "blue"));

    Gateway.Answer answer = convene.gateway().post(request, Map.of());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body().path("type").stringValue())
        .isEqualTo("urn:convene:problem:invalid-request");
    assertThat(answer.body().path("errors").valueStream())
        .extracting(error -> error.path("pointer").stringValue())
        .contains("/title", "/start", "/attendees/0/email", "/colour");
    assertThat(convene.outlook().mailbox(host)).isEmpty();
    assertThat(convene.webex().effects(host)).isEmpty();
  }
}
