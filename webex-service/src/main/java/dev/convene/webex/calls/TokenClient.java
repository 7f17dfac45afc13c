package dev.convene.webex.calls;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Webex's token endpoint, asked with a refresh token: the service app's, or an administrator's. */
final class TokenClient implements WebexTokens.TokenApi {

  private final RestClient http;
  private final WebexProperties properties;

  TokenClient(RestClient http, WebexProperties properties) {
    this.http = http;
    this.properties = properties;
  }

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  private record TokenResponse(@Nullable String accessToken, long expiresIn) {}

  @Override
  public WebexTokens.Token refresh() {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("grant_type", "refresh_token");
    form.add("client_id", properties.clientId());
    form.add("client_secret", properties.clientSecret());
    form.add("refresh_token", properties.refreshToken());
    try {
      TokenResponse token =
          http.post()
              .uri("/v1/access_token")
              .contentType(MediaType.APPLICATION_FORM_URLENCODED)
              .body(form)
              .retrieve()
              .onStatus(
                  status -> status.isError(),
                  (_, response) -> {
                    throw new NoToken(
                        "Webex's token endpoint answered " + response.getStatusCode().value());
                  })
              .body(TokenResponse.class);
      if (token == null || token.accessToken() == null) {
        throw new NoToken("Webex's token endpoint gave no token");
      }
      return new WebexTokens.Token(token.accessToken(), Duration.ofSeconds(token.expiresIn()));
    } catch (RestClientException e) {
      throw new NoToken("Webex's token endpoint cannot be reached");
    }
  }
}
