package dev.convene.defaults;

import dev.convene.defaults.messaging.JsonDefaults;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** The beans that every service has. */
@AutoConfiguration
class ServiceDefaultsAutoConfiguration {

  @Bean
  JsonMapperBuilderCustomizer jsonDefaults() {
    return JsonDefaults::apply;
  }

  @Bean
  @ConditionalOnMissingBean
  InstantSource clock() {
    return InstantSource.system();
  }
}
