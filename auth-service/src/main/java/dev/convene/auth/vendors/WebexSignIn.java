package dev.convene.auth.vendors;

import dev.convene.auth.tokens.TokensProperties;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where people grant something at Webex, and who they are there. */
@Component
public class WebexSignIn {

  private static final Logger log = LoggerFactory.getLogger(WebexSignIn.class);

  private final WebexProperties webex;
  private final String redirectUri;
  private final RestClient http;
  private final JsonMapper mapper;

  WebexSignIn(WebexProperties webex, TokensProperties tokens, VendorHttp http, JsonMapper mapper) {
    this.webex = webex;
    this.redirectUri = tokens.issuer() + "/accounts/webex/callback";
    this.http = http.client().build();
    this.mapper = mapper;
  }

  /** Where Webex sends the browser back to; registered there. */
  public String redirectUri() {
    return redirectUri;
  }

  /** Where to send the browser. */
  public URI address(String state, String verifier) {
    return UriComponentsBuilder.fromUriString(webex.at("/v1/authorize"))
        .queryParam("response_type", "code")
        .queryParam("client_id", "{client}")
        .queryParam("redirect_uri", "{redirect}")
        .queryParam("scope", "{scope}")
        .queryParam("state", "{state}")
        .queryParam("code_challenge", "{challenge}")
        .queryParam("code_challenge_method", "S256")
        .encode()
        .buildAndExpand(
            webex.integrationClientId(),
            redirectUri,
            WebexProperties.SCOPES,
            state,
            challenge(verifier))
        .toUri();
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The mailboxes of whoever granted that token, in lower case; none when Webex does not say. */
  public List<String> mailboxes(String accessToken) {
    try {
      return http.get()
          .uri(webex.at("/v1/people/me"))
          .headers(headers -> headers.setBearerAuth(accessToken))
          .exchangeForRequiredValue((_, response) -> mailboxes(response));
    } catch (RestClientException | JacksonException e) {
      log.warn("Webex does not say who it is: {}", e.getClass().getSimpleName());
      return List.of();
    }
  }

  private List<String> mailboxes(ClientHttpResponse response) throws IOException {
    if (response.getStatusCode().value() != 200) {
      log.warn("Webex does not say who it is: {}", response.getStatusCode().value());
      return List.of();
    }
    List<String> mailboxes = new ArrayList<>();
    for (JsonNode email : mapper.readTree(response.getBody()).path("emails")) {
      mailboxes.add(email.asString("").toLowerCase(Locale.ROOT));
    }
    return mailboxes;
  }
}
