package dev.convene.webex.xml;

import dev.convene.webex.calls.Api;
import dev.convene.webex.calls.Envelope;
import dev.convene.webex.calls.Statuses;
import dev.convene.webex.calls.WebexTokens;
import dev.convene.webex.meetings.Owner;
import dev.convene.webex.meetings.Webex;
import dev.convene.webex.quota.CreationGate;
import dev.convene.worker.vault.VendorTokens;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@Api.Only(Api.XML)
class XmlConfiguration {

  @Bean
  Webex webex(
      RestClient webexHttp,
      XmlProperties properties,
      Envelope envelope,
      VendorTokens vendorTokens,
      Statuses statuses,
      CreationGate gate,
      InstantSource clock) {
    XmlService service = new XmlService(webexHttp, properties);
    WebexTokens tickets =
        new WebexTokens(new TicketClient(service, new AccountToken(vendorTokens)), clock);
    XmlCalls calls = new XmlCalls(envelope, tickets, service, statuses);
    // What people grant Convene does not open the XML API, so the administrator acts for all; and
    // that a person's meetings are their own is for us to see to.
    return (requestedBy, _) ->
        new XmlWebexMeetings(
            calls, gate, requestedBy.isDelegated() ? new Owner(requestedBy) : null);
  }
}
