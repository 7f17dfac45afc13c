package dev.convene.webex.rest;

import dev.convene.webex.calls.Api;
import dev.convene.webex.calls.Envelope;
import dev.convene.webex.calls.Statuses;
import dev.convene.webex.calls.WebexTokens;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.webex.quota.CreationGate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@Api.Only(Api.REST)
class RestConfiguration {

  @Bean
  WebexMeetings webexMeetings(
      RestClient webexHttp,
      Envelope envelope,
      WebexTokens tokens,
      Statuses statuses,
      CreationGate gate,
      JsonMapper mapper) {
    MeetingsApi api =
        HttpServiceProxyFactory.builderFor(RestClientAdapter.create(webexHttp))
            .build()
            .createClient(MeetingsApi.class);
    WebexCalls calls = new WebexCalls(envelope, tokens, statuses, new Refusals(mapper));
    return new RestWebexMeetings(api, calls, gate, mapper);
  }
}
