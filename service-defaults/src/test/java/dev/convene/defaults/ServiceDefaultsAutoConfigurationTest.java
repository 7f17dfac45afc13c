package dev.convene.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.defaults.messaging.JsonDefaults;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

class ServiceDefaultsAutoConfigurationTest {

  record Fact(Instant at, String absent) {}

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  JacksonAutoConfiguration.class, ServiceDefaultsAutoConfiguration.class));

  @Test
  void springsMapperWritesAndReadsAsTheTopicsDo() {
    runner.run(context -> {
      JsonMapper mapper = context.getBean(JsonMapper.class);
      Fact fact = new Fact(Instant.parse("2026-11-30T12:00:00.120Z"), null);
      assertThat(mapper.writeValueAsString(fact))
          .isEqualTo("{\"at\":\"2026-11-30T12:00:00.120Z\"}")
          .isEqualTo(JsonDefaults.mapper().writeValueAsString(fact));
      assertThat(mapper.readValue("{\"at\":\"2026-11-30T12:00:00.120Z\",\"x\":1}", Fact.class))
          .isEqualTo(fact);
    });
  }

  @Test
  void theClockIsTheSystemsUnlessAServiceOrATestBringsItsOwn() {
    runner.run(context ->
        assertThat(context.getBean(InstantSource.class)).isEqualTo(InstantSource.system()));
    InstantSource fixed = InstantSource.fixed(Instant.EPOCH);
    runner
        .withBean(InstantSource.class, () -> fixed)
        .run(context -> assertThat(context.getBean(InstantSource.class)).isSameAs(fixed));
  }

  @Test
  void theCommonSettingsAreReadByWhoImportsThem() {
    runner
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withPropertyValues(
            "spring.config.import=classpath:service-defaults.yml",
            "spring.application.name=some-service")
        .run(context ->
            assertThat(
                    Map.of(
                        "server.shutdown",
                        String.valueOf(context.getEnvironment().getProperty("server.shutdown")),
                        "management.metrics.tags.service",
                        String.valueOf(
                            context
                                .getEnvironment()
                                .getProperty("management.metrics.tags.service"))))
                .isEqualTo(
                    Map.of(
                        "server.shutdown", "graceful",
                        "management.metrics.tags.service", "some-service")));
  }
}
