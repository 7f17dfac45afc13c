package dev.convene.defaults.sealing;

import dev.convene.defaults.MissingSetting;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** The seal, for the services that use one: made, and its keyset demanded, only where injected. */
@AutoConfiguration
@EnableConfigurationProperties(SealingProperties.class)
class SealingAutoConfiguration {

  @Bean
  @Lazy
  @ConditionalOnMissingBean
  Seal seal(SealingProperties properties) {
    if (properties.keyset() == null || properties.keyset().isBlank()) {
      throw new MissingSetting(
          "CONVENE_SEALING_KEYSET", "a Tink AEAD keyset in JSON, the same for all services");
    }
    return Seal.withKeyset(properties.keyset());
  }
}
