package dev.convene.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MessageType;
import dev.convene.defaults.messaging.MessageCodec;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Makes a worker of every service that has {@link StepHandler} beans. */
@AutoConfiguration
@EnableConfigurationProperties(WorkerProperties.class)
class WorkerAutoConfiguration {

  private static final String IN = "steps-in-0";
  private static final String OUT = "steps-out-0";

  private final String service;
  private final WorkerProperties properties;
  private final InstantSource clock;

  WorkerAutoConfiguration(
      @Value("${spring.application.name}") String service,
      WorkerProperties properties,
      InstantSource clock) {
    this.service = service;
    this.properties = properties;
    this.clock = clock;
  }

  @Bean
  MessageCodec<MeetingMessage> messageCodec(JsonMapper mapper) {
    return new MessageCodec<>(
        mapper,
        MeetingMessage.class,
        Arrays.stream(MessageType.values())
            .collect(Collectors.toMap(MessageType::typeName, MessageType::record)));
  }

  @Bean
  EndedMeetings endedMeetings(JdbcClient jdbc) {
    return new EndedMeetingsTable(jdbc);
  }

  @Bean
  TriedBefore triedBefore() {
    return new TriedBefore();
  }

  @Bean
  PartitionLines partitionLines(TriedBefore triedBefore) {
    return new PartitionLines(triedBefore);
  }

  @Bean
  ProcessPulse processPulse() {
    return new ProcessPulse(properties.longestPause());
  }

  @Bean
  StepRunner stepRunner() {
    return new StepRunner(properties, clock, new Random(), Waiter::sleeping);
  }

  @Bean
  Handlers handlers(List<StepHandler<?>> handlers) {
    return new Handlers(handlers);
  }

  @Bean
  Outbound outbound(MessageCodec<MeetingMessage> codec) {
    return new Outbound(codec, clock, service);
  }

  @Bean
  Parking parking(
      ObjectProvider<Scheduler> scheduler, JdbcClient jdbc, MessageCodec<MeetingMessage> codec) {
    return new TaskParking(scheduler::getObject, jdbc, codec);
  }

  @Bean
  Lanes lanes() {
    return new Lanes(properties.mailboxConcurrency());
  }

  @Bean
  Batch steps(
      MessageCodec<MeetingMessage> codec,
      Handlers handlers,
      TriedBefore triedBefore,
      StepRunner runner,
      Lanes lanes,
      Parking parking,
      Outbound outbound,
      ProcessPulse pulse,
      MeterRegistry meters) {
    return new Batch(
        codec,
        handlers,
        triedBefore,
        runner,
        lanes,
        parking,
        outbound,
        new DeadLetters(service, clock, meters),
        pulse::lease,
        clock,
        properties.batchBudget());
  }

  @Bean
  Publisher publisher(StreamBridge bridge, Outbound outbound) {
    return new StreamPublisher(bridge, outbound, OUT);
  }

  @Bean
  SchedulerLifecycle schedulerLifecycle(Scheduler scheduler) {
    return new SchedulerLifecycle(scheduler);
  }

  @Bean(destroyMethod = "") // SchedulerLifecycle stops it, while what it publishes with still runs
  Scheduler parkedStepsScheduler(
      DataSource database,
      JsonMapper mapper,
      StepRunner runner,
      Handlers handlers,
      MessageCodec<MeetingMessage> codec,
      Publisher publisher,
      ProcessPulse pulse) {
    ParkedSteps parkedSteps =
        new ParkedSteps(runner, handlers, codec, publisher, pulse::lease, clock);
    WorkerProperties.ParkingProperties parking = properties.parking();
    return Scheduler.create(database, List.copyOf(parkedSteps.tasks()))
        .schedulerName(new SchedulerName.Fixed(service + "-" + ProcessHandle.current().pid()))
        .serializer(new JsonTaskData(mapper))
        .threads(parking.threads())
        .pollUsingLockAndFetch(0.5, 1)
        .pollingInterval(parking.polling())
        .heartbeatInterval(Duration.ofSeconds(5))
        .missedHeartbeatsLimit(4)
        .shutdownMaxWait(Duration.ofSeconds(15))
        .build();
  }

  /**
   * A batch that cannot be finished, because the database is away, comes again and again: slowly.
   */
  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<byte[], byte[]>> slowRollbacks() {
    ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
    backOff.setMaxInterval(10_000);
    return (container, _, _) ->
        container.setAfterRollbackProcessor(new DefaultAfterRollbackProcessor<>(backOff));
  }

  @Bean
  SmartInitializingSingleton pauseWhenBreakersOpen(
      ObjectProvider<CircuitBreaker> breakers,
      ObjectProvider<BindingsLifecycleController> bindings) {
    return () ->
        breakers.forEach(
            breaker -> new BreakerPausesConsumer(bindings.getObject(), IN).watch(breaker));
  }
}
