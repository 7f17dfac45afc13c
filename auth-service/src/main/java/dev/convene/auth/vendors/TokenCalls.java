package dev.convene.auth.vendors;

import dev.convene.auth.vendors.TokenAnswer.Away;
import dev.convene.auth.vendors.TokenAnswer.Given;
import dev.convene.auth.vendors.TokenAnswer.Refused;
import dev.convene.defaults.http.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a token endpoint, and tells what only the person can mend from what will pass. */
@Component
class TokenCalls {

  private static final Logger log = LoggerFactory.getLogger(TokenCalls.class);

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LATER = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final Set<String> FOR_THE_PERSON =
      Set.of("invalid_grant", "interaction_required", "consent_required", "login_required");

  private final RestClient http;
  private final JsonMapper mapper;
  private final InstantSource clock;

  TokenCalls(VendorHttp http, JsonMapper mapper, InstantSource clock) {
    this.http = http.client().build();
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * Posts the form.
   *
   * @param unnamed what a 400 means that names no error; null where each does
   */
  TokenAnswer ask(
      Provider provider, String address, Map<String, String> form, @Nullable String unnamed) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    form.forEach(fields::add);
    try {
      return http.post()
          .uri(address)
          .contentType(MediaType.APPLICATION_FORM_URLENCODED)
          .accept(MediaType.APPLICATION_JSON)
          .body(fields)
          .exchangeForRequiredValue((_, response) -> answer(provider, response, unnamed));
    } catch (RestClientException e) {
      log.warn("{}'s token endpoint cannot be reached: {}", provider.label(), cause(e));
      return new Away(SOON);
    }
  }

  private static String cause(RestClientException e) {
    return e.getCause() == null ? e.getClass().getSimpleName() : e.getCause().toString();
  }

  private TokenAnswer answer(
      Provider provider, ClientHttpResponse response, @Nullable String unnamed) throws IOException {
    int status = response.getStatusCode().value();
    JsonNode body = json(response);
    if (status == 200) {
      String access = body.path("access_token").asString("");
      long seconds = body.path("expires_in").asLong(0);
      if (access.isEmpty() || seconds <= 0) {
        log.error("{}'s token endpoint answered without a token", provider.label());
        return new Away(LATER);
      }
      return new Given(
          access, Duration.ofSeconds(seconds), body.path("refresh_token").asString(null));
    }
    if (status == 429 || status >= 500) {
      log.warn("{}'s token endpoint answered {}", provider.label(), status);
      return new Away(wait(response));
    }
    String error = body.path("error").asString(status == 400 && unnamed != null ? unnamed : "");
    if (FOR_THE_PERSON.contains(error)) {
      return new Refused(error);
    }
    // Our own credentials or settings; whoever granted something can do nothing about that.
    log.error(
        "{}'s token endpoint answered {} {}: see this service's settings",
        provider.label(),
        status,
        error.replaceAll("[^a-z_]", ""));
    return new Away(LATER);
  }

  private Duration wait(ClientHttpResponse response) {
    List<String> headers = response.getHeaders().getOrEmpty(HttpHeaders.RETRY_AFTER);
    Duration asked = RetryAfter.of(headers, clock.instant(), LONGEST);
    return asked == null || asked.compareTo(SOON) < 0 ? SOON : asked;
  }

  private JsonNode json(ClientHttpResponse response) throws IOException {
    try {
      return mapper.readTree(response.getBody());
    } catch (JacksonException _) {
      return mapper.createObjectNode();
    }
  }
}
