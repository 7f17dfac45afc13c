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
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.binder.BinderFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.messaging.MessageChannel;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Makes a worker of every service that has {@link StepHandler} beans. */
@AutoConfiguration
@EnableConfigurationProperties(WorkerProperties.class)
class WorkerAutoConfiguration {

  private static final String IN = "steps-in-0";
  private static final String OUT = "steps-out-0";

  /** A call takes ten seconds at most. Both begin to end at once, and a stop may take 20. */
  private static final Duration PARKED_STEPS_STOP_WITHIN = Duration.ofSeconds(12);

  private static final Duration BATCH_STOPS_WITHIN = Duration.ofSeconds(18);

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
        mapper, MeetingMessage.class, MessageType.catalogue(MeetingMessage.class));
  }

  @Bean
  EndedMeetings endedMeetings(JdbcClient jdbc) {
    return new EndedMeetingsTable(jdbc);
  }

  @Bean
  WaitingSteps waitingSteps(JdbcClient jdbc, JsonMapper mapper) {
    return new WaitingStepsTable(jdbc, new JsonTaskData(mapper));
  }

  @Bean
  TriedBefore triedBefore() {
    return new TriedBefore();
  }

  @Bean
  PartitionLines partitionLines(TriedBefore triedBefore, ObjectProvider<OwnedPartitions> others) {
    return new PartitionLines(triedBefore, others.stream().toList());
  }

  @Bean
  ProcessPulse processPulse() {
    return new ProcessPulse(properties.longestPause());
  }

  @Bean
  Ending ending(ApplicationContext context, ObjectProvider<BindingsLifecycleController> bindings) {
    return new Ending(context, bindings, IN);
  }

  @Bean
  StepRunner stepRunner(Ending ending) {
    return new StepRunner(properties, clock, new Random(), Waiter::sleeping, ending);
  }

  @Bean
  Handlers handlers(List<StepHandler<?>> handlers, Pauses pauses) {
    return new Handlers(
        handlers.stream()
            .<StepHandler<?>>map(handler -> new PausableHandler<>(handler, pauses::contain))
            .toList());
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
  SlowMailboxes slowMailboxes() {
    return new SlowMailboxes(properties.slowMailbox(), clock);
  }

  @Bean
  Lanes lanes() {
    return new Lanes(properties.mailboxConcurrency());
  }

  @Bean
  SteadyBatch steps(
      MessageCodec<MeetingMessage> codec,
      Handlers handlers,
      TriedBefore triedBefore,
      StepRunner runner,
      Lanes lanes,
      Parking parking,
      Outbound outbound,
      ProcessPulse pulse,
      SlowMailboxes slow,
      MeterRegistry meters) {
    return new SteadyBatch(
        meters,
        new Membership(properties.longestPause().dividedBy(2), System::nanoTime),
        new Batch(
            codec,
            handlers,
            triedBefore,
            runner,
            lanes,
            parking,
            outbound,
            new DeadLetters(service, clock, meters),
            pulse::lease,
            slow,
            clock,
            properties.batchBudget(),
            properties.lateAfter()));
  }

  @Bean
  Publisher publisher(StreamBridge bridge, Outbound outbound) {
    return new StreamPublisher(bridge, outbound, OUT);
  }

  @Bean
  PredecessorFence predecessorFence(BinderFactory binders) {
    return new PredecessorFence(() ->
        ((KafkaMessageChannelBinder) binders.getBinder(null, MessageChannel.class))
            .getTransactionalProducerFactory());
  }

  @Bean
  SchedulerLifecycle schedulerLifecycle(Scheduler scheduler) {
    return new SchedulerLifecycle(scheduler);
  }

  @Bean
  OutageLog outageLog() {
    return OutageLog.install();
  }

  @Bean(destroyMethod = "") // SchedulerLifecycle stops it, while what it publishes with still runs
  Scheduler parkedStepsScheduler(
      DataSource database,
      JsonMapper mapper,
      StepRunner runner,
      Handlers handlers,
      MessageCodec<MeetingMessage> codec,
      Publisher publisher,
      WishTable wishes,
      ProcessPulse pulse,
      SlowMailboxes slow,
      OutageLog outageLog) {
    ParkedSteps parkedSteps =
        new ParkedSteps(
            runner,
            handlers,
            codec,
            publisher,
            wishes,
            pulse::lease,
            slow,
            new Turns(properties.mailboxConcurrency()),
            clock);
    WorkerProperties.ParkingProperties parking = properties.parking();
    return Scheduler.create(database, List.copyOf(parkedSteps.tasks()))
        .schedulerName(new SchedulerName.Fixed(service + "-" + ProcessHandle.current().pid()))
        .serializer(new JsonTaskData(mapper))
        .addSchedulerListener(outageLog.recovery())
        .threads(parking.threads())
        .pollUsingLockAndFetch(0.5, 1)
        .pollingInterval(parking.polling())
        .heartbeatInterval(Duration.ofSeconds(5))
        .missedHeartbeatsLimit(4)
        .shutdownMaxWait(PARKED_STEPS_STOP_WITHIN)
        .build();
  }

  /**
   * A batch that cannot be finished, because the database is away, comes again and again: slowly.
   * What is paused when it is bound takes nothing from the first moment on.
   */
  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<byte[], byte[]>> containers(
      Intake intake) {
    ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
    backOff.setMaxInterval(10_000);
    return (container, _, group) -> {
      DefaultAfterRollbackProcessor<byte[], byte[]> comesAgain =
          new DefaultAfterRollbackProcessor<>(backOff);
      comesAgain.setLogLevel(KafkaException.Level.DEBUG); // SteadyBatch has said it in one line
      container.setAfterRollbackProcessor(comesAgain);
      container.getContainerProperties().setShutdownTimeout(BATCH_STOPS_WITHIN.toMillis());
      if (service.equals(group) && intake.isClosed()) {
        container.pause();
      }
    };
  }

  @Bean
  Intake intake(ObjectProvider<BindingsLifecycleController> bindings) {
    return new Intake(state -> bindings.getObject().changeState(IN, state));
  }

  @Bean
  SmartInitializingSingleton pauseWhenBreakersOpen(
      ObjectProvider<CircuitBreaker> breakers, Intake intake, JdbcClient jdbc) {
    Probes probes = new ParkedProbes(jdbc, clock, properties.parking().longestWait());
    return () -> breakers.forEach(new BreakerPausesConsumer(intake, probes)::watch);
  }
}
