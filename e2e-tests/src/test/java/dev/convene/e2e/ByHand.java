package dev.convene.e2e;

import dev.convene.local.LocalStack;
import dev.convene.simulators.seeds.Seeds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.databind.json.JsonMapper;

/** What somebody does at the vendors behind Convene's back, through their own front doors. */
final class ByHand {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI webex;
  private final URI microsoft;

  ByHand(LocalStack stack) {
    this.webex = stack.webexSimulator();
    this.microsoft = stack.microsoftSimulator();
  }

  /** As a create would that nobody has heard of any more. */
  void makeAtWebex(String host, String tag) {
    String token =
        token(
            webex.resolve("/v1/access_token"),
            "grant_type=refresh_token&client_id="
                + Seeds.WEBEX.clientId()
                + "&client_secret="
                + Seeds.WEBEX.secret()
                + "&refresh_token="
                + Seeds.WEBEX_REFRESH_TOKEN);
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    String meeting =
        JSON.createObjectNode()
            .put("title", "Made by a race")
            .put("start", day + "T10:00:00Z")
            .put("end", day + "T11:00:00Z")
            .put("timezone", "UTC")
            .put("hostEmail", host)
            .put("sendEmail", false)
            .set("integrationTags", JSON.createArrayNode().add(tag))
            .toString();
    send(
        HttpRequest.newBuilder(webex.resolve("/v1/meetings"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(meeting)));
  }

  void removeFromOutlook(String mailbox, String eventId) {
    String token =
        token(
            microsoft.resolve("/" + Seeds.TENANT + "/oauth2/v2.0/token"),
            "grant_type=client_credentials&client_id="
                + Seeds.CALENDAR.clientId()
                + "&client_secret="
                + Seeds.CALENDAR.secret()
                + "&scope="
                + microsoft
                + "/.default");
    send(
        HttpRequest.newBuilder(microsoft.resolve("/v1.0/users/" + mailbox + "/events/" + eventId))
            .header("Authorization", "Bearer " + token)
            .header("Prefer", "IdType=\"ImmutableId\"")
            .DELETE());
  }

  private String token(URI endpoint, String form) {
    String answer =
        send(
            HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    return JSON.readTree(answer).path("access_token").stringValue();
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException("the vendor does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
