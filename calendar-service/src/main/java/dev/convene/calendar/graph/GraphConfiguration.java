package dev.convene.calendar.graph;

import dev.convene.calendar.invitation.Invitations;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the adapter together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GraphSettings.class, EntraSettings.class})
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
  HttpClient entraHttp(EntraSettings settings) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(settings.timeout())
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  @Bean
  EntraTokens entraTokens(
      HttpClient entraHttp,
      EntraSettings entra,
      GraphSettings graph,
      JsonMapper mapper,
      InstantSource clock) {
    String scope = graph.baseUrl() + "/.default";
    return new EntraTokens(
        new EntraClient(entraHttp, entra, scope, mapper, clock)::token, clock, entra.timeout());
  }

  @Bean
  Invitations invitations(
      GraphSettings settings,
      OkHttpClient graphHttp,
      EntraTokens tokens,
      CircuitBreaker graphBreaker,
      InstantSource clock,
      MeterRegistry meters) {
    return new GraphInvitations(
        new GraphEvents(new GraphCalls(settings, graphHttp, tokens, graphBreaker, clock, meters)));
  }
}
