package dev.convene.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.convene.contracts.MessageType;
import dev.convene.contracts.OperatorCommand;
import dev.convene.contracts.Provider;
import dev.convene.defaults.messaging.MessageCodec;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Lets operators reach into every worker: try now, end, pause, resume. */
@AutoConfiguration
class OperationsAutoConfiguration {

  private final InstantSource clock;

  OperationsAutoConfiguration(InstantSource clock) {
    this.clock = clock;
  }

  @Bean
  Pauses pauses() {
    return new Pauses();
  }

  @Bean
  PauseTable pauseTable(JdbcClient jdbc) {
    return new PauseTable(jdbc, clock);
  }

  @Bean
  WishTable wishTable(JdbcClient jdbc) {
    return new WishTable(jdbc, clock);
  }

  @Bean
  OperatorWatch operatorWatch(
      @Value("${convene.worker.provider}") Provider provider,
      PauseTable table,
      WishTable wishes,
      Pauses pauses,
      Intake intake,
      Scheduler scheduler) {
    return new OperatorWatch(provider, table, wishes, pauses, intake, scheduler);
  }

  @Bean
  OperatorInbox operations(
      @Value("${convene.worker.provider}") Provider provider,
      @Value("${spring.application.name}") String service,
      JsonMapper mapper,
      WishTable wishes,
      PauseTable pauses,
      OperatorWatch watch,
      MeterRegistry meters) {
    return new OperatorInbox(
        new MessageCodec<>(
            mapper, OperatorCommand.class, MessageType.catalogue(OperatorCommand.class)),
        provider,
        wishes,
        pauses,
        watch,
        new DeadLetters(service, clock, meters));
  }

  @Bean
  NeededTopics neededTopics(
      @Value("${spring.application.name}") String service, Environment environment) {
    return new NeededTopics(service, environment);
  }
}
