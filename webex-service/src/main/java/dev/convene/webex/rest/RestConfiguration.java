package dev.convene.webex.rest;

import dev.convene.webex.calls.Api;
import dev.convene.webex.calls.Envelope;
import dev.convene.webex.calls.Statuses;
import dev.convene.webex.meetings.Webex;
import dev.convene.webex.quota.CreationGate;
import dev.convene.worker.vault.VendorTokens;
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
  Webex webex(
      RestClient webexHttp,
      Envelope envelope,
      VendorTokens tokens,
      Statuses statuses,
      CreationGate gate,
      JsonMapper mapper) {
    MeetingsApi api =
        HttpServiceProxyFactory.builderFor(RestClientAdapter.create(webexHttp))
            .build()
            .createClient(MeetingsApi.class);
    return new RestWebex(api, envelope, tokens, statuses, new Refusals(mapper), gate, mapper);
  }
}
