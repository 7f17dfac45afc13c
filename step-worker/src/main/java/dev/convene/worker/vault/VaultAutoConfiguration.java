package dev.convene.worker.vault;

import dev.convene.contracts.Provider;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Gives a worker the tokens of its vendor. */
@AutoConfiguration
@EnableConfigurationProperties(VaultProperties.class)
class VaultAutoConfiguration {

  @Bean
  VendorTokens vendorTokens(
      @Value("${convene.worker.provider}") Provider provider,
      VaultProperties properties,
      JsonMapper mapper,
      InstantSource clock) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(properties.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    AuthCalls calls = new AuthCalls(http, properties.timeout());
    ClientToken client =
        new ClientToken(calls, properties, "vault." + provider.id(), mapper, clock);
    return new VendorTokens(
        new AuthServiceHandOut(calls, client, provider, properties, mapper, clock),
        new Obstacles(provider, properties.accounts()),
        properties,
        clock);
  }

  @Bean
  Renewals tokenRenewals(VendorTokens tokens, VaultProperties properties) {
    return new Renewals(tokens, properties.renewEvery());
  }
}
