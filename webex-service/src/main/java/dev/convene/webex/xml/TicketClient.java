package dev.convene.webex.xml;

import dev.convene.webex.calls.Credentials;
import dev.convene.webex.calls.NoToken;
import dev.convene.webex.calls.UnreadableAnswer;
import dev.convene.webex.calls.WebexTokens;
import dev.convene.webex.calls.WebexTokens.Token;
import java.time.Duration;
import org.springframework.web.client.RestClientException;

/** {@code AuthenticateUser}: a session ticket for an access token of the account. */
final class TicketClient implements WebexTokens.TokenApi {

  private final XmlService service;
  private final Credentials accessTokens;

  TicketClient(XmlService service, Credentials accessTokens) {
    this.service = service;
    this.accessTokens = accessTokens;
  }

  @Override
  public Token refresh() {
    String accessToken = accessTokens.get();
    Request request =
        new Request("user.AuthenticateUser", Element.text("accessToken", accessToken));
    try {
      Response response = Response.of(service.send(request, null).getBody());
      if (!response.success()) {
        // It may be too old for Webex, if not for us; the next caller brings another.
        accessTokens.reject(accessToken);
        throw NoToken.because("Webex gave no ticket: " + response.failure().exceptionId());
      }
      return new Token(
          response.content().text("sessionTicket").orElseThrow(TicketClient::unclear),
          response
              .content()
              .text("timeToLive")
              .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
              .orElseThrow(TicketClient::unclear));
    } catch (RestClientException | UnreadableAnswer | NumberFormatException e) {
      throw NoToken.because("Webex gave no ticket that can be read");
    }
  }

  private static UnreadableAnswer unclear() {
    return new UnreadableAnswer("no ticket, or no time for how long");
  }
}
