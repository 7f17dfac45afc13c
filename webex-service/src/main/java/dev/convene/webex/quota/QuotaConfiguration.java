package dev.convene.webex.quota;

import java.time.InstantSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class QuotaConfiguration {

  private final CreationQuota quota;

  QuotaConfiguration(QuotaProperties properties, InstantSource clock) {
    this.quota = new CreationQuota(properties.meetingsPerDay(), clock);
  }

  @Bean
  CreationQuota creationQuota() {
    return quota;
  }

  @Scheduled(fixedDelayString = "PT10M")
  void prune() {
    quota.prune();
  }

  /**
   * Webex's limits on creating.
   *
   * @param meetingsPerDay for one host; 0 means no limit
   */
  @ConfigurationProperties("convene.webex.quota")
  record QuotaProperties(@DefaultValue("100") int meetingsPerDay) {}
}
