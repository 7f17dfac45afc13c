package dev.convene.webex.calls;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class CallsConfiguration {

  @Bean
  RestClient webexHttp(RestClient.Builder builder, WebexProperties properties) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(properties.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
    requests.setReadTimeout(properties.readTimeout());
    return builder
        .baseUrl(properties.baseUrl())
        .requestFactory(requests)
        // What a status means is decided in one place for each interface.
        .defaultStatusHandler(_ -> true, (_, _) -> {})
        .build();
  }

  /**
   * Opens when half of the last hundred calls got no answer: that is Webex, and not one meeting.
   * Looks again by itself, so that a quiet night does not keep it open.
   */
  @Bean
  CircuitBreaker webexBreaker(WebexProperties properties, MeterRegistry meters) {
    CircuitBreakerRegistry registry =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(100)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(50)
                .waitDurationInOpenState(properties.breakerWait())
                .permittedNumberOfCallsInHalfOpenState(10)
                // The probes may have ended without a call.
                .maxWaitDurationInHalfOpenState(Duration.ofMinutes(1))
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
    CircuitBreaker breaker = registry.circuitBreaker("webex");
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    return breaker;
  }

  @Bean
  Envelope webexEnvelope(CircuitBreaker webexBreaker, WebexProperties properties) {
    return new Envelope(
        webexBreaker, properties.breakerWait(), new CallLimits(properties.callsPerMinute()));
  }

  @Bean
  Statuses webexStatuses(InstantSource clock) {
    return new Statuses(clock);
  }
}
