package dev.convene.worker;

import static dev.convene.worker.Fixtures.NOW;
import static dev.convene.worker.Fixtures.SLOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MessageType;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.defaults.messaging.MessageCodec;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

class BatchTest {

  private static final String TOPIC = "scheduling.commands";
  private static final MessageCodec<MeetingMessage> CODEC =
      new MessageCodec<>(
          JsonDefaults.mapper(), MeetingMessage.class, MessageType.catalogue(MeetingMessage.class));

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InstantSource clock = now::get;
  private final List<Attempt> attempts = new ArrayList<>();
  private final FakeParking parking = new FakeParking();
  private final TriedBefore triedBefore = new TriedBefore();
  private final Lanes lanes = new Lanes(3);
  private final ScheduleMeeting command = Fixtures.aCommandFor("bob@contoso.example");
  private long offset;

  @BeforeEach
  void assign() {
    triedBefore.assigned(new TopicPartition(TOPIC, 0), 0);
  }

  @AfterEach
  void close() {
    lanes.close();
  }

  @Test
  void whatIsNewTakesTheFastPathAndIsAnswered() {
    List<Message<byte[]>> out = batch(this::completes).apply(of(command));
    assertThat(out).hasSize(1);
    assertThat(text(out.getFirst(), "ce_type")).isEqualTo("meeting.refused.v1");
    assertThat(text(out.getFirst(), "ce_resent")).isNull();
    assertThat(attempts.getFirst().possiblyTriedAt()).isNull();
    assertThat(parking.asked).isEmpty();
  }

  @Test
  void aCopyInTheSameBatchLooksFirstAndKnowsThatTheOtherHasJustEnded() {
    batch(
            (_, attempt) -> {
              now.updateAndGet(time -> time.plusSeconds(5));
              return completes(command, attempt);
            })
        .apply(of(command, command));
    assertThat(attempts).hasSize(2);
    assertThat(attempts.get(1).possiblyTriedAt()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void aCopyOfWhatWaitsLeavesItAlone() {
    List<Message<byte[]>> out = batch(this::waits).apply(of(command, command));
    assertThat(attempts).hasSize(1);
    assertThat(parking.parked).hasSize(1);
    assertThat(out)
        .singleElement()
        .satisfies(m -> assertThat(text(m, "ce_type")).startsWith("step.delayed"));
  }

  @Test
  void aCopyThatComesLaterLeavesWhatIsParkedAlone() {
    Batch batch = batch(this::waits);
    batch.apply(of(command));
    assertThat(batch.apply(of(command))).isEmpty();
    assertThat(attempts).hasSize(1);
  }

  @Test
  void whatStoodThereBeforeTheAssignmentIsLookedForAndItsAnswerIsMarked() {
    triedBefore.assigned(new TopicPartition(TOPIC, 0), 10);
    List<Message<byte[]>> out = batch(this::completes).apply(of(command));
    assertThat(attempts.getFirst().possiblyTriedAt()).isEqualTo(NOW);
    assertThat(text(out.getFirst(), "ce_resent")).isEqualTo("true");
  }

  @Test
  void aBatchThatComesAgainIsLookedFor() {
    Message<List<byte[]>> records = of(command);
    parking.failing = true;
    Batch batch = batch(this::waits);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> batch.apply(records)))
        .isNotNull();
    parking.failing = false;
    batch.apply(records);
    assertThat(attempts.get(0).possiblyTriedAt()).isNull();
    assertThat(attempts.get(1).possiblyTriedAt()).isEqualTo(NOW);
  }

  @Test
  void whatTheBatchHasNoTimeForIsParkedUntried() {
    ScheduleMeeting second = Fixtures.aCommandFor("bob@contoso.example");
    ScheduleMeeting third = Fixtures.aCommandFor("bob@contoso.example");
    ScheduleMeeting fourth = Fixtures.aCommandFor("bob@contoso.example");
    batch(
            (_, attempt) -> {
              now.updateAndGet(time -> time.plusSeconds(60));
              return completes(command, attempt);
            })
        .apply(of(command, second, third, fourth));
    assertThat(parking.parked).isNotEmpty();
    assertThat(attempts.size() + parking.parked.size()).isEqualTo(4);
  }

  @Test
  void whatIsHandedOverIsSaidAndKeptForAnOperator() {
    List<Message<byte[]>> out =
        batch((any, attempt) ->
                new Completed(
                    new AttentionNeeded(
                        any.meetingId(), any.host(), SLOW, "webex-1", attempt.endingAt(NOW))))
            .apply(of(command));
    assertThat(text(out.getFirst(), "ce_type")).isEqualTo("attention.needed.v1");
    assertThat(parking.parked.getFirst().handedOver()).isNotNull();
    assertThat(parking.parked.getFirst().waiting().nextAttemptAt()).isEqualTo(NOW);
  }

  @Test
  void forAPausedMailboxNothingIsTriedAndWhatComesIsParked() {
    Pauses pauses = new Pauses();
    pauses.set(Set.of(command.host()));
    Fixtures.Handler handler = new Fixtures.Handler(this::completes);
    Outcome outcome =
        new PausableHandler<>(handler, pauses::contain)
            .attempt(command, Attempt.first(handler.step(), NOW, () -> true));
    assertThat(outcome)
        .isEqualTo(new Postponed(Pauses.REASON, Pauses.LOOK_AGAIN_AFTER, Trace.NOT_TRIED));
    pauses.set(Set.of());
    assertThat(
            new PausableHandler<>(handler, pauses::contain)
                .attempt(command, Attempt.first(handler.step(), NOW, () -> true)))
        .isInstanceOf(Completed.class);
  }

  private Outcome completes(ScheduleMeeting any, Attempt attempt) {
    return new Completed(Fixtures.refused(any, attempt));
  }

  private Outcome waits(ScheduleMeeting any, Attempt attempt) {
    return new Postponed(SLOW, Duration.ofMinutes(1), Trace.NO_EFFECT);
  }

  private Batch batch(BiFunction<ScheduleMeeting, Attempt, Outcome> behaviour) {
    Fixtures.Handler handler =
        new Fixtures.Handler((any, attempt) -> {
          synchronized (attempts) {
            attempts.add(attempt);
          }
          return behaviour.apply(any, attempt);
        });
    return new Batch(
        CODEC,
        new Handlers(List.of(handler)),
        triedBefore,
        new StepRunner(Fixtures.quickly(), clock),
        lanes,
        parking,
        new Outbound(CODEC, clock, "test"),
        new DeadLetters("test", clock, new SimpleMeterRegistry()),
        () -> () -> true,
        clock,
        Duration.ofSeconds(20));
  }

  private Message<List<byte[]>> of(ScheduleMeeting... commands) {
    List<Map<String, Object>> headers = new ArrayList<>();
    List<byte[]> bodies = new ArrayList<>();
    List<Long> offsets = new ArrayList<>();
    for (ScheduleMeeting each : commands) {
      Map<String, Object> header = new HashMap<>();
      Fixtures.anEnvelopeFor(each).headers().forEach((n, v) -> header.put(n, v.getBytes(UTF_8)));
      headers.add(header);
      bodies.add(CODEC.encode(each));
      offsets.add(offset++);
    }
    int count = commands.length;
    return MessageBuilder.withPayload(bodies)
        .setHeader(KafkaHeaders.RECEIVED_TOPIC, repeated(TOPIC, count))
        .setHeader(KafkaHeaders.RECEIVED_PARTITION, repeated(0, count))
        .setHeader(KafkaHeaders.OFFSET, offsets)
        .setHeader(KafkaHeaders.RECEIVED_KEY, repeated(new byte[0], count))
        .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
        .build();
  }

  private static <T> List<T> repeated(T value, int count) {
    return java.util.Collections.nCopies(count, value);
  }

  private static String text(Message<byte[]> message, String header) {
    Object value = message.getHeaders().get(header);
    return value == null ? null : new String((byte[]) value, UTF_8);
  }

  private static final class FakeParking implements Parking {
    private final List<Entry<?>> parked = new ArrayList<>();
    private final List<Work.Identity> asked = new ArrayList<>();
    private boolean failing;

    @Override
    public void park(List<Entry<?>> entries) {
      if (failing) {
        throw new IllegalStateException("the database is away");
      }
      parked.addAll(entries);
    }

    @Override
    public Set<Work.Identity> parkedAmong(List<Work.Identity> identities) {
      asked.addAll(identities);
      Set<Work.Identity> found = new HashSet<>(identities);
      found.retainAll(parked.stream().map(entry -> entry.work().identity()).toList());
      return found;
    }
  }
}
