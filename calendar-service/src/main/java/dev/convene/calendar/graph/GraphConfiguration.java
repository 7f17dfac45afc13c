package dev.convene.calendar.graph;

import dev.convene.calendar.invitation.Outlook;
import dev.convene.worker.vault.VendorTokens;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the adapter together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GraphSettings.class)
class GraphConfiguration {

  /** A bean of its own, so that it pauses the consumer; its state is among the metrics. */
  @Bean
  CircuitBreaker graphBreaker(GraphSettings settings, MeterRegistry meters) {
    CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(GraphCalls.breakerConfig(settings));
    CircuitBreaker breaker = registry.circuitBreaker("graph");
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    return breaker;
  }

  @Bean
  OkHttpClient graphHttp(GraphSettings settings, JsonMapper mapper) {
    return GraphHttp.client(settings, mapper);
  }

  @Bean
  Outlook outlook(
      GraphSettings settings,
      OkHttpClient graphHttp,
      VendorTokens tokens,
      CircuitBreaker graphBreaker,
      InstantSource clock,
      MeterRegistry meters) {
    GraphCalls calls = new GraphCalls(settings, graphHttp, graphBreaker, clock, meters);
    return (requestedBy, meetingId) ->
        new GraphInvitations(new GraphEvents(calls, tokens.pass(requestedBy, meetingId)));
  }
}
